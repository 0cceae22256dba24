export const camps = 0;
