export const createCamp = 0;
