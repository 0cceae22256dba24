import type { FreeHours, MatchedGroup, Policy } from '@tailcamp/contracts';
import type { ProposalGrounds } from './proposal.js';

/** A group that the engine described, its criteria weighed as the policy does: they stand in its order. */
export function weighed(
  { criteria }: Policy,
  {
    memberIds,
    matched,
    pairs,
    free,
  }: {
    memberIds: string[];
    matched: Pick<MatchedGroup, 'score' | 'criteria'>;
    pairs: readonly (readonly number[])[];
    free: FreeHours | null;
  },
): ProposalGrounds {
  const weights = criteria.map(({ hard, weight }) => (hard ? 0 : (weight ?? 1)));
  return {
    memberIds,
    score: matched.score,
    criteria: matched.criteria.map((criterion, index) => ({ ...criterion, weight: weights[index] ?? 0 })),
    pairs: pairs.map((row) => [...row]),
    free,
  };
}
