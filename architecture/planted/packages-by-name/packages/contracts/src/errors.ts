export const errors = 0;
