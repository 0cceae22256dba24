export const RUNS_A_PAGE = { limit: 20 } as const;
