import { identity } from '../modules/identity/index.js';
export const guard = identity;
