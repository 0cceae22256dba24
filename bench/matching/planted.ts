import { type Policy } from '@tailcamp/contracts';
import { mulberry32 } from './cohort.js';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const HOURS = ['8AM', '9AM', '10AM', '11AM', 'noon', '1PM', '2PM', '3PM', '4PM', '5PM', '6PM', '7PM', '8PM', '9PM'];
const LANGUAGES = ['English', 'Spanish', 'French'];
const INTERESTS = ['music', 'chess', 'robots', 'films', 'maps', 'climbing', 'games', 'history'];
const COMMON = 3;

export interface Planted {
  /** A survey as a form exports it. */
  readonly csv: string;
  readonly policy: Policy;
}

/**
 * A survey with an answer hidden in it: groups of 3 to 5 who share three hours and a language, with nobody the only woman,
 * six pairs who are to be together inside groups and forty who are to be apart across them. Each student is free at other
 * hours too, each with the chance `free`: the fewer, the fewer other groupings keep the rules.
 */
export function planted(students: number, free: number, seed: number): Planted {
  const uniform = mulberry32(seed);
  const below = (n: number) => Math.floor(uniform() * n);
  const order = Array.from({ length: students }, (_, i) => i);
  shuffle(order, below);
  const groups = split(order, below);
  const name = (i: number) => `Student ${String.fromCharCode(65 + (i % 26))}${i}`;
  const rows: string[][] = Array.from({ length: students }, () => []);
  const groupOf = new Map<number, number>();
  groups.forEach((members, g) => {
    const language = LANGUAGES[below(LANGUAGES.length)]!;
    const common = new Set<number>();
    while (common.size < COMMON) common.add(below(DAYS.length * HOURS.length));
    const women = [0, 2, members.length][below(3)]!;
    members.forEach((i, slot) => {
      groupOf.set(i, g);
      const days = DAYS.map((_, d) =>
        HOURS.filter((_hour, h) => common.has(d * HOURS.length + h) || uniform() < free).join(';'),
      );
      const interests = [below(8), below(8)].map((k) => INTERESTS[k]!).join(';');
      rows[i] = [name(i), `s${i}@school.example`, slot < women ? 'woman' : 'man', language, interests, ...days, '', ''];
    });
  });
  const [withAt, apartAt] = [5 + DAYS.length, 6 + DAYS.length];
  for (const members of groups.slice(0, 6)) rows[members[0]!]![withAt] = name(members[1]!);
  for (let pairs = 0; pairs < Math.round(students / 10); ) {
    const [a, b] = [below(students), below(students)];
    if (groupOf.get(a) === groupOf.get(b) || rows[a]![apartAt] !== '') continue;
    rows[a]![apartAt] = name(b);
    pairs++;
  }
  const header = ['Name', 'Email', 'Gender', 'Language', 'Interests', ...DAYS.map((day) => `Free [${day}]`)];
  const lines = [[...header, 'Works with', 'Keep apart from'], ...rows].map((cells) => cells.join(','));
  return { csv: `${lines.join('\n')}\n`, policy: POLICY };
}

const POLICY: Policy = {
  groupSize: { min: 3, max: 5 },
  criteria: [
    { kind: 'overlap', columns: 'Free [*]', minBlocks: COMMON, desired: 6, hard: true },
    { kind: 'gather', column: 'Language', hard: true },
    { kind: 'notAlone', column: 'Gender', value: 'woman', hard: true },
    { kind: 'apart', column: 'Keep apart from', hard: true },
    { kind: 'together', column: 'Works with', hard: true },
    { kind: 'similar', column: 'Interests' },
  ],
};

/** Groups of 3 to 5 in turn, so that none is left too small. */
function split(order: readonly number[], below: (n: number) => number): number[][] {
  const groups: number[][] = [];
  let at = 0;
  while (at < order.length) {
    const left = order.length - at;
    const fits = [3, 4, 5].filter((size) => left === size || left - size >= 3);
    const size = fits[below(fits.length)]!;
    groups.push(order.slice(at, at + size));
    at += size;
  }
  return groups;
}

function shuffle(values: number[], below: (n: number) => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [values[i], values[j]] = [values[j]!, values[i]!];
  }
}
