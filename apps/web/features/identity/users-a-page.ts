export const USERS_A_PAGE = { limit: 50 } as const;
