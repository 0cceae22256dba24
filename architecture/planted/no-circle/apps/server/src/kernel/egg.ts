import type { Hen } from './hen.js';
export type Egg = { from: Hen };
