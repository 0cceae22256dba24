export const SCENARIOS_A_PAGE = { limit: 100 } as const;
