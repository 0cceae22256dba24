export { type FittedPrompt, fitPrompt, type PromptSection } from './context.js';
export * from './language-model.js';
export { type Asking, byRules, fillPrompt, idOf, orByRules, type Prompt, streamPrompt } from './prompt.js';
export { mostTokensOf } from './tokens.js';
