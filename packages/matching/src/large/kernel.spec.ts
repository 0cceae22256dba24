import { describe, expect, it } from 'vitest';
import { Random } from '../solve/random.js';
import { cosinesOf } from './cosines.js';
import { openLanes, openScalars, type Workspace } from './kernel.js';

describe('lanes and scalars', () => {
  const lanes = openLanes(65_536);
  const scalars = openScalars(65_536);
  const both = [lanes, scalars].filter((workspace) => workspace !== null);

  function fill(seed: number): void {
    const random = new Random(seed);
    const floats = Float32Array.from({ length: 16_384 }, () => random.next() * 2 - 1);
    for (const { memory } of both) new Float32Array(memory).set(floats);
  }

  it('are both there', () => expect(both).toHaveLength(2));

  it.each<[string, (workspace: Workspace) => unknown]>([
    ['products', ({ kernel }) => kernel.products(0, 7, 4096, 12, 48, 16_384, 64)],
    ['shift', ({ kernel }) => kernel.shift(0, 1024, 2048, 320)],
    ['exchange', ({ kernel }) => kernel.exchange(0, 128, 40, 3, 17)],
  ])('come to the same bits in %s', (_name, run) => {
    for (const seed of [1, 2, 3]) {
      fill(seed);
      for (const workspace of both) run(workspace);
      const [one, other] = both.map(({ memory }) => new Uint32Array(memory));
      expect(one!.findIndex((bits, at) => bits !== other![at])).toBe(-1);
    }
  });

  it('find the same exchanges, wherever they begin, whatever the size of a group', () => {
    const found = new Set<number>();
    for (let seed = 1; seed <= 60; seed++) {
      fill(seed);
      const random = new Random(seed);
      const capacity = 2 + random.below(7);
      const places = capacity * (2 + random.below(Math.floor(30 / capacity)));
      const [row, from] = [random.below(places), random.below(places)];
      const bound = random.next() * 3;
      for (const { memory } of both) new Float32Array(memory).fill(bound, 10_000, 10_064);
      const answers = both.map(({ memory, kernel }) => {
        // What is beyond the last place.
        new Float32Array(memory).fill(Number.POSITIVE_INFINITY, 8000 + places, 8064);
        new Float32Array(memory).fill(1, 8400 + places, 8464);
        return kernel.seek(0, 192, 16_000, 32_000, 33_600, 40_000, 50_000, capacity, places, row, from);
      });
      expect(answers[0]).toBe(answers[1]);
      found.add(answers[0]!);
    }
    expect(found.size).toBeGreaterThan(10);
    expect(found.has(-1)).toBe(true);
  });
});

it('makes the matrix of all cosines, whatever the number of students and dimensions', () => {
  for (const [n, dimensions] of [
    [1, 3],
    [7, 5],
    [10, 8],
  ] as const) {
    const random = new Random(n);
    const rows = Float32Array.from({ length: n * dimensions }, () => random.next() - 0.5);
    const cosines = cosinesOf({ rows, dimensions, present: new Uint8Array(n).fill(1) });
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) {
        let sum = 0;
        for (let d = 0; d < dimensions; d++) sum += rows[a * dimensions + d]! * rows[b * dimensions + d]!;
        expect(cosines[a * n + b]).toBeCloseTo(sum, 6);
      }
    }
  }
});
