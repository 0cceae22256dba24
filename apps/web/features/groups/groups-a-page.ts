export const GROUPS_A_PAGE = { limit: 60 } as const;
