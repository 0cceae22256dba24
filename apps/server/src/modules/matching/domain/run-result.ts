import type { FreeHours, MatchedGroup, MatchReport, Policy } from '@tailcamp/contracts';

/** What a finished run came to; kept sealed, for evidence tells of people. */
export interface RunResult {
  report: MatchReport;
  /** Member id → name, as they were when the run started. */
  names: Record<string, string>;
  /** By group name: how well each two members fit, 0 to 1; empty where the policy says nothing of two. */
  pairs: Record<string, number[][]>;
  /** By group name: when its members are free, where the policy looks at it. Older results have none. */
  free?: Record<string, FreeHours>;
}

/** A matched group as the groups module takes it. */
export interface ResultGroup {
  name: string;
  memberIds: string[];
  score: number;
  criteria: (MatchedGroup['criteria'][number] & { weight: number })[];
  pairs: number[][];
  free: FreeHours | null;
}

/** The numbers of a finished run that lists show. */
export const figuresOf = ({ groups, objective, hardViolations }: MatchReport) => ({
  groups: groups.length,
  objective,
  worst: Math.min(1, ...groups.map(({ score }) => score)),
  hardViolations: hardViolations.length,
});

/** Scored groups, their criteria weighed as the policy does: the engine reports them in its order. */
export function groupsToForm(
  { groups, pairs, free }: { groups: readonly MatchedGroup[] } & Required<Pick<RunResult, 'pairs' | 'free'>>,
  policy: Policy,
): ResultGroup[] {
  const weights = policy.criteria.map(({ hard, weight }) => (hard ? 0 : (weight ?? 1)));
  return groups.map(({ name, members, score, criteria }) => ({
    name,
    memberIds: members,
    score,
    criteria: criteria.map((criterion, index) => ({ ...criterion, weight: weights[index] ?? 0 })),
    pairs: pairs[name] ?? [],
    free: free[name] ?? null,
  }));
}
