import { createHash } from 'node:crypto';
export const camps = createHash;
