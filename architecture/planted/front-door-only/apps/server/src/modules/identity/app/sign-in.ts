export const signIn = 0;
