import { camps } from '../../camps/index.js';
export const signIn = camps;
