import fc from 'fast-check';
export const health = fc.boolean();
