import { byRank, rankBetween } from '@tailcamp/contracts';

interface Ranked {
  id: string;
  rank: string;
}

/**
 * A rank behind `after` among `others`; null: before all of them. Where `after` is not among them, for somebody else has
 * taken it away, it is the end.
 */
export function rankBehind(after: string | null, others: readonly Ranked[]): string {
  const order = [...others].sort(byRank);
  const at = after === null ? -1 : order.findIndex(({ id }) => id === after);
  const behind = after !== null && at < 0 ? order.length - 1 : at;
  const low = order[behind]?.rank ?? null;
  // Ranks that are the same, if ever there are, count as one.
  const high = order.find(({ rank }, index) => index > behind && (low === null || rank > low))?.rank ?? null;
  return rankBetween(low, high);
}
