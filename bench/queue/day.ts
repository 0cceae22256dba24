import type { QueuePolicy } from '@tailcamp/matching';

/** Share of a day's arrivals in each hour: few at night, most before noon, after lunch and in the evening. */
const HOURS = [1, 1, 0, 0, 0, 1, 2, 4, 7, 10, 11, 9, 6, 7, 9, 8, 6, 5, 6, 9, 10, 8, 5, 3];
const DAY_MINUTES = 24 * 60;
const INTERESTS = ['web', 'data', 'games', 'robots', 'design', 'security', 'mobile', 'maps'];
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
const CLOCK = ['8AM', '10AM', 'noon', '2PM', '4PM', '6PM', '8PM'];

export const POLICY: QueuePolicy = {
  groupSize: { min: 4, max: 4 },
  id: 'id',
  criteria: [
    { kind: 'overlap', columns: 'free [*]', minBlocks: 3, hard: true },
    { kind: 'notAlone', column: 'gender', value: 'woman', hard: true, private: true },
    { kind: 'similar', column: 'interests', weight: 2 },
    { kind: 'balance', column: 'level' },
  ],
};
export const COLUMNS = ['id', 'gender', 'level', 'interests', ...WEEKDAYS.map((day) => `free [${day}]`)];

export interface Student {
  readonly id: string;
  /** Minutes from the beginning of the day. */
  readonly arrives: number;
  /** Cells as in COLUMNS. */
  readonly cells: readonly string[];
  /** How they answer each proposal: after so many minutes, or never. */
  readonly answersAfter: number;
  readonly declines: boolean;
}

/** A day's students, the same for the same seed: three of four have their evenings or their days free, some have little time. */
export function dayOf(students: number, seed: number): Student[] {
  const uniform = mulberry32(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(uniform() * from.length)]!;
  return Array.from({ length: students }, (_, i) => {
    const evenings = uniform() < 0.5;
    const busy = uniform() < 0.15;
    const free = WEEKDAYS.map(() =>
      CLOCK.filter((_, c) => uniform() < (busy ? 0.12 : c >= 5 === evenings ? 0.75 : 0.3)).join(';'),
    );
    const interests = [pick(INTERESTS), pick(INTERESTS), pick(INTERESTS)];
    const cells = [
      `s${i}`,
      uniform() < 0.35 ? 'woman' : 'man',
      String(1 + Math.floor(uniform() * 5)),
      [...new Set(interests)].join(';'),
      ...free,
    ];
    // Who has just joined looks at their phone within minutes; a few never do.
    const silent = uniform() < 0.002;
    const answersAfter = silent ? Number.POSITIVE_INFINITY : -4 * Math.log(1 - uniform());
    return { id: `s${i}`, arrives: arrival(uniform), cells, answersAfter, declines: uniform() < 0.02 };
  }).sort((a, b) => a.arrives - b.arrives);
}

function arrival(uniform: () => number): number {
  const all = HOURS.reduce((sum, share) => sum + share, 0);
  let at = uniform() * all;
  const hour = HOURS.findIndex((share) => {
    at -= share;
    return at < 0;
  });
  return Math.min(DAY_MINUTES - 1, (hour + uniform()) * 60);
}

/** Tommy Ettinger's 32-bit generator; numbers in [0, 1). */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
