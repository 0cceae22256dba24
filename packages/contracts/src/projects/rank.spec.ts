import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byRank, RANK, rankBetween, ranksBetween } from './rank.js';

/** Where each of many is put: a place among those that are there, and a number in [0, 1). */
const places = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(999)), { minLength: 1, maxLength: 120 });

describe('ranks', () => {
  it('come between any two, wherever and however often something is put', () => {
    fc.assert(
      fc.property(places, (all) => {
        const order: string[] = [];
        for (const [where, random] of all) {
          const at = where % (order.length + 1);
          order.splice(
            at,
            0,
            rankBetween(order[at - 1] ?? null, order[at] ?? null, () => random / 1_000),
          );
        }
        expect([...order].sort((a, b) => (a < b ? -1 : 1))).toEqual(order);
        expect(new Set(order).size).toBe(order.length);
        for (const rank of order) expect(rank).toMatch(RANK);
      }),
    );
  });

  it('stay short where things are put at the ends, and grow slowly where all are put at one place', () => {
    const ends = ranksBetween(null, null, 2_000);
    expect(Math.max(...ends.map(({ length }) => length))).toBe(5);
    const [first = '', second = ''] = ends;
    let before = second;
    for (let n = 0; n < 500; n += 1) before = rankBetween(first, before, () => 0.5);
    expect(before.length).toBeLessThan(120);
  });

  it('find room before the very first and behind the very last', () => {
    let first = rankBetween(null, '00001');
    for (let n = 0; n < 20; n += 1) {
      const earlier = rankBetween(null, first);
      expect(earlier < first).toBe(true);
      first = earlier;
    }
    expect(rankBetween('zzzzz', null) > 'zzzzz').toBe(true);
  });

  it('are refused between two that stand the other way round', () => {
    expect(() => rankBetween('V0002', 'V0001')).toThrow(RangeError);
    expect(() => rankBetween('V0001', 'V0001')).toThrow(RangeError);
  });

  it('give a total order with ids where two are the same', () => {
    const same = [
      { rank: 'V0001', id: 'b' },
      { rank: 'V0001', id: 'a' },
      { rank: 'A0001', id: 'c' },
    ];
    expect(same.sort(byRank).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });
});
