export const lock = 0;
