export const route = 0;
