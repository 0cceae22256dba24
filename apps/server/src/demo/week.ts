import type { Random } from '../kernel/random.js';
import { weekOf } from '../modules/camps/index.js';

const WEEKDAYS = [0, 1, 2, 3, 4];
const SATURDAY = 5;
const SUNDAY = 6;

/** How a week is shaped: what somebody does besides the camp. */
export type Life = 'day job' | 'studies' | 'part-time job' | 'nights' | 'weekends';

export const LIVES: readonly (readonly [Life, number])[] = [
  ['day job', 34],
  ['studies', 30],
  ['part-time job', 18],
  ['nights', 10],
  ['weekends', 8],
];

/** The free hours of a week as people paint them: a few blocks, two evenings that nearly everybody keeps, a day off. */
export function paintWeek(random: Random, life: Life): string {
  const hours: Set<number>[] = Array.from({ length: 7 }, () => new Set());
  const paint = (day: number, from: number, to: number) => {
    for (let hour = from; hour < to; hour++) hours[day]?.add(hour);
  };
  const evening = (day: number) => paint(day, 18 + random.between(0, 1), 21 + random.between(0, 1));

  for (const day of [1, 3]) if (random.chance(0.85)) evening(day);
  if (life === 'day job') {
    for (const day of random.some(WEEKDAYS, 2)) evening(day);
    paint(SATURDAY, 10, 13 + random.between(0, 3));
  } else if (life === 'studies') {
    for (const day of random.some(WEEKDAYS, 3)) paint(day, 13 + random.between(0, 3), 18 + random.between(0, 1));
    if (random.chance(0.5)) paint(SUNDAY, 15, 19);
  } else if (life === 'part-time job') {
    for (const day of random.some(WEEKDAYS, 3)) paint(day, 8 + random.between(0, 2), 12 + random.between(0, 1));
    for (const day of random.some(WEEKDAYS, 1)) evening(day);
    paint(SATURDAY, 9, 12);
  } else if (life === 'nights') {
    for (const day of random.some(WEEKDAYS, 4)) paint(day, 19, 23 + random.between(0, 1));
    paint(SUNDAY, 17, 22);
  } else {
    paint(SATURDAY, 9 + random.between(0, 2), 18);
    paint(SUNDAY, 11, 17 + random.between(0, 3));
  }
  if (random.chance(0.4)) paint(SUNDAY, 14, 18);
  return weekOf(hours.map((day) => [...day]));
}
