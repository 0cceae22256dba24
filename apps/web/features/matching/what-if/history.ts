/** What was done, in words, and what stood before it. */
interface Step<T> {
  words: string;
  other: T;
}

/** A state with the way back and the way forth. */
export interface History<T> {
  now: T;
  /** Newest last. */
  past: readonly Step<T>[];
  /** Next first. */
  future: readonly Step<T>[];
}

/** So many steps can be undone; older ones are forgotten. */
const MOST = 200;

export const begin = <T>(now: T): History<T> => ({ now, past: [], future: [] });

export const done = <T>({ now, past }: History<T>, next: T, words: string): History<T> => ({
  now: next,
  past: [...past, { words, other: now }].slice(-MOST),
  future: [],
});

/** The same history where there is nothing to undo. */
export function undone<T>(history: History<T>): History<T> {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return {
    now: last.other,
    past: history.past.slice(0, -1),
    future: [{ words: last.words, other: history.now }, ...history.future],
  };
}

/** The same history where nothing was undone. */
export function redone<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { now: next.other, past: [...history.past, { words: next.words, other: history.now }], future };
}
