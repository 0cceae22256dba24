import type { Objective } from '@tailcamp/contracts';

/** s⁺ = (max(0, s) + 0.01) ÷ 1.01, so that a group that scores 0 counts as very bad rather than infinitely bad. */
export const lifted = (score: number): number => (Math.max(0, score) + 0.01) / 1.01;

/** The score whose s⁺ this is. */
export const unlifted = (value: number): number => 1.01 * value - 0.01;

/** Steep enough that the worst group rules the sum, shallow enough that annealing still sees the others. */
const WORST_GROUP_POWER = 4;

/** A group's part in a sum that the solver makes small; for `maximin` a smooth stand-in for the worst group. */
export function groupCost(objective: Objective, score: number, n: number): number {
  if (objective === 'mean') return n * (1 - score);
  return objective === 'harmonic' ? n / lifted(score) : n * lifted(score) ** -WORST_GROUP_POWER;
}

/** `harmonic` = N ÷ Σ(n ÷ s⁺), `mean` = Σ(n·s) ÷ N, `maximin` = the smallest s. 0 to 1; higher is better. */
export function cohortObjective(objective: Objective, scores: ArrayLike<number>, sizes: ArrayLike<number>): number {
  let [students, sum, worst] = [0, 0, 1];
  for (let g = 0; g < scores.length; g++) {
    const [score, n] = [scores[g]!, sizes[g]!];
    if (n === 0) continue;
    students += n;
    sum += objective === 'mean' ? n * score : n / lifted(score);
    worst = Math.min(worst, score);
  }
  if (objective === 'maximin') return worst;
  if (students === 0) return 1;
  return objective === 'mean' ? sum / students : students / sum;
}
