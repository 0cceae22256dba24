import { readFileSync } from 'node:fs';
export const solve = readFileSync;
