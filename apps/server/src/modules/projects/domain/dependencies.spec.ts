import fc from 'fast-check';
import { expect, it } from 'vitest';
import { circleIn } from './dependencies.js';

const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges));

it('finds a circle and names it in its order', () => {
  expect(circleIn(graph({ a: ['b'], b: ['c'], c: ['b'] }))).toEqual(['b', 'c', 'b']);
  expect(circleIn(graph({ a: ['a'] }))).toEqual(['a', 'a']);
  expect(circleIn(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toBeNull();
});

it('finds one exactly where there is one', () => {
  const edges = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 });
  fc.assert(
    fc.property(edges, (all) => {
      const blockedBy = new Map(Array.from({ length: 8 }, (_, n) => [`${n}`, [] as string[]]));
      for (const [from, to] of all) blockedBy.get(`${from}`)?.push(`${to}`);
      // Kahn: what is waited for by nobody goes, over and over; a circle is what is left.
      const left = new Map([...blockedBy].map(([id, needs]) => [id, [...needs]]));
      for (let free = true; free; ) {
        free = false;
        for (const [id, needs] of left) {
          if (needs.some((need) => left.has(need))) continue;
          left.delete(id);
          free = true;
        }
      }
      const circle = circleIn(blockedBy);
      expect(circle === null).toBe(left.size === 0);
      for (const [at, id] of (circle ?? []).slice(0, -1).entries()) {
        expect(blockedBy.get(id)).toContain(circle?.[at + 1]);
      }
    }),
  );
});

it('takes a chain as long as a board', () => {
  const chain = Array.from({ length: 20_000 }, (_, n) => [`${n}`, [`${n + 1}`]] as const);
  expect(circleIn(new Map(chain))).toBeNull();
});
