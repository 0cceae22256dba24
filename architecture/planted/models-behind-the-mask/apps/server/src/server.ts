import { provider } from './platform/llm/provider.langchain.js';
export const server = provider;
