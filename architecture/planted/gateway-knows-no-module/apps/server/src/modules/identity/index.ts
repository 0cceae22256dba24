export const identity = 0;
