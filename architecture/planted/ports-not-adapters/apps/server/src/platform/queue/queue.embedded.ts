export const embedded = 0;
