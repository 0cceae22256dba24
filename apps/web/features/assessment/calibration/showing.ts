import type { CalibratedItem } from '@tailcamp/contracts';

/** Which questions of a proposal are looked at. */
export type Showing = 'all' | 'misfits' | 'moved';

/** A difficulty has moved when the way is twice its standard error: chance alone does that to 1 in 20. */
const MOVED = 2;
export const hasMoved = ({ before, after, errors }: Pick<CalibratedItem, 'before' | 'after' | 'errors'>): boolean =>
  Math.abs(after.difficulty - before.difficulty) > MOVED * errors.difficulty;

/** Those that are looked at: what does not fit first, then what has moved farthest. */
export function shownOf(items: readonly CalibratedItem[], showing: Showing): CalibratedItem[] {
  const way = ({ before, after }: CalibratedItem) => Math.abs(after.difficulty - before.difficulty);
  return items
    .filter((item) => showing === 'all' || (showing === 'misfits' ? item.misfits.length > 0 : hasMoved(item)))
    .toSorted((a, b) => Number(b.misfits.length > 0) - Number(a.misfits.length > 0) || way(b) - way(a));
}
