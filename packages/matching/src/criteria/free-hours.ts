import type { FreeTime } from '../survey/free-time.js';

/** Surveys ask in hours or halves, and zones differ by quarters. */
const SLOT = 15;
const SLOTS_AN_HOUR = 60 / SLOT;
const HOURS = 168;
const SLOTS = HOURS * SLOTS_AN_HOUR;

/**
 * How many of these students are free in each hour of the week from Monday 0:00; an hour counts for who is free through
 * all of it. Null where a cell names no weekday or no time of day.
 */
export function countFreeHours(time: FreeTime, members: readonly number[]): number[] | null {
  const spans = Array.from({ length: time.cells }, (_, cell) => time.minutes(cell));
  const counts = new Array<number>(HOURS).fill(0);
  for (const i of members) {
    const slots = new Uint8Array(SLOTS);
    for (const [cell, span] of spans.entries()) {
      if (span === null) return null;
      if (((time.free[i * time.words + (cell >> 5)]! >>> (cell & 31)) & 1) === 0) continue;
      const [from, to] = [Math.ceil(span[0] / SLOT), Math.floor(span[1] / SLOT)];
      for (let slot = from; slot < to; slot++) slots[slot % SLOTS] = 1;
    }
    for (let hour = 0; hour < HOURS; hour++) {
      const from = hour * SLOTS_AN_HOUR;
      if (slots.subarray(from, from + SLOTS_AN_HOUR).every((free) => free === 1)) counts[hour]!++;
    }
  }
  return counts;
}
