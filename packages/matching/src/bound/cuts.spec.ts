import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadLp } from '../lp/highs.js';
import { Random } from '../solve/random.js';
import { brokenTriples, holdsTwo, Prices, type Triple } from './cuts.js';
import type { Column, LpSolver } from './lp.js';

let lp: LpSolver;
beforeAll(async () => {
  lp = await loadLp();
});

it('finds the three of whom every two are half together', () => {
  const half = [
    [0, 4],
    [0, 7],
    [4, 7],
  ].map((set) => ({ set, part: 0.5 }));
  expect(brokenTriples([...half, { set: [1, 2, 3], part: 1 }], 8, 10)).toEqual([[0, 4, 7]]);
  expect(brokenTriples(half, 8, 0)).toEqual([]);
  expect(brokenTriples([{ set: [0, 4, 7], part: 1 }], 8, 10)).toEqual([]);
});

it('puts each penalty on a set once, whichever two of the three it holds', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = new Random(seed);
      const draw = (count: number) => {
        const order = Array.from({ length: 9 }, (_, i) => i);
        random.shuffle(order);
        return order.slice(0, count).sort((a, b) => a - b);
      };
      const triples = Array.from({ length: 6 }, (): Triple => {
        const [a, b, c] = draw(3);
        return [a!, b!, c!];
      });
      const penalties = Float64Array.from(triples, () => random.below(3));
      const units = Float64Array.from({ length: 9 }, () => random.next());
      const prices = new Prices(units, triples, penalties);
      const set = draw(1 + random.below(5));
      let expected = set.reduce((paid, unit) => paid + units[unit]!, 0);
      triples.forEach((triple, t) => {
        if (holdsTwo(set, triple)) expected -= penalties[t]!;
      });
      expect(prices.of(set)).toBeCloseTo(expected, 9);
    }),
  );
});

describe('a programme with cuts', () => {
  function drawColumns(random: Random): Column[] {
    const columns = new Map<string, Column>();
    for (let k = 0; k < 60; k++) {
      const set = [...new Set([0, 1, 2].map(() => random.below(9)))].sort((a, b) => a - b);
      columns.set(set.join(), { set, cost: set.length === 3 ? 1 + random.next() : 3 });
    }
    for (let row = 0; row < 9; row++) columns.set(`${row}`, { set: [row], cost: 5 });
    return [...columns.values()];
  }

  it('comes nearer to the best choice of whole sets, never beyond it, and its prices prove that', () => {
    let cutting = 0;
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const columns = drawColumns(new Random(seed));
        const programme = lp.partition(9);
        // Half of the sets before the cuts, and the others after them.
        programme.add(columns.filter((_, c) => c % 2 === 0 || columns[c]!.set.length === 1));
        const later = columns.filter((_, c) => c % 2 === 1 && columns[c]!.set.length > 1);
        const first = programme.relax()!;
        const had = columns.filter((column) => !later.includes(column));
        const triples = brokenTriples(had.map(({ set }, c) => ({ set, part: first.parts[c]! })), 9, 20); // biome-ignore format: one line is plainer
        programme.cut(triples);
        const cut = programme.relax()!;
        if (triples.length > 0) {
          cutting++;
          expect(cut.cost).toBeGreaterThan(first.cost - 1e-9);
        }
        programme.add(later);
        const all = programme.relax()!;
        programme.close();
        const limits = { steps: 1e6, known: [], enough: () => false };
        const whole = lp.choose(9, columns, [], limits);
        const cost = whole.chosen!.reduce((sum, c) => sum + columns[c]!.cost, 0);
        expect(all.cost).toBeLessThan(cost + 1e-6);
        expect(all.prices.total).toBeCloseTo(all.cost, 6);
        for (const { set, cost: own } of columns) expect(own - all.prices.of(set)).toBeGreaterThan(-1e-6);
        const helped = lp.choose(9, columns, triples, limits);
        expect(helped.chosen!.reduce((sum, c) => sum + columns[c]!.cost, 0)).toBeCloseTo(cost, 6);
      }),
      { numRuns: 25 },
    );
    expect(cutting).toBeGreaterThan(2);
  });
});
