export const local = 0;
