/** Numbers for the page of parts: a fixed sequence (mulberry32), so that pictures can be compared. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const next = sequence(7);
export const SCORES = [0.713, ...Array.from({ length: 29 }, () => 0.76 + next() * 0.17)].sort((a, b) => a - b);

export const CURVE = [0, 0.1, 0.2, 0.3, 0.4, 0.55, 0.7, 0.9, 1.2, 3].map((seconds) => ({
  seconds,
  value: 0.848 - 0.046 * Math.exp(-4 * seconds),
}));
export const BOUND = [0.5, 0.8, 1.3, 2, 3.4, 4.8].map((seconds) => ({
  seconds,
  value: 0.8506 + 0.02 / (1 + seconds * 3),
}));

export const FREE = Array.from({ length: 168 }, (_, hour) => {
  const [day, clock] = [Math.floor(hour / 24), hour % 24];
  if (day === 5 && clock >= 12 && clock < 16) return 4;
  return clock < 8 ? 0 : Math.floor(next() * 3.6);
});
