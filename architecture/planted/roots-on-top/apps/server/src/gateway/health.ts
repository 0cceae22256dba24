import { role } from '../main.js';
export const health = role;
