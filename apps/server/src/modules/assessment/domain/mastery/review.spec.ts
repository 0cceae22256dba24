import { describe, expect, it } from 'vitest';
import { type Memory, retention, reviewed } from './review.js';

const DAY = 86_400_000;
const start = new Date('2026-11-25T09:00:00Z');

describe('a review', () => {
  it('is due later with each answer remembered, and soon again once forgotten', () => {
    let memory: Memory | null = null;
    const waits: number[] = [];
    for (let at = start, review = 0; review < 4; review++) {
      memory = reviewed(memory, 'remembered', at);
      waits.push((memory.due.getTime() - at.getTime()) / DAY);
      at = memory.due;
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits[3]).toBeGreaterThan(30);
    const forgotten = reviewed(memory, 'forgotten', memory!.due);
    expect(forgotten.due.getTime() - memory!.due.getTime()).toBeLessThan(waits[3]! * DAY);
    expect(forgotten).toMatchObject({ lapses: 1, reviews: 5 });
  });

  it('is due when the chance to remember has sunk to about 0.9', () => {
    const memory = reviewed(reviewed(null, 'remembered', start), 'effort', new Date(start.getTime() + 3 * DAY));
    expect(retention(memory, memory.reviewedAt)).toBeCloseTo(1, 6);
    expect(retention(memory, memory.due)).toBeCloseTo(0.9, 1);
  });

  it('is the same from a row of a database as without the detour', () => {
    const memory = reviewed(null, 'effort', start);
    const row = JSON.parse(JSON.stringify(memory)) as { due: string; reviewedAt: string } & Omit<Memory, 'due'>;
    const read = { ...row, due: new Date(row.due), reviewedAt: new Date(row.reviewedAt) };
    expect(reviewed(read, 'remembered', memory.due)).toEqual(reviewed(memory, 'remembered', memory.due));
  });
});
