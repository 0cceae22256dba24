import type { BlockTask } from '@tailcamp/matching';
import { expect, it } from 'vitest';
import { packed, partsOf, unpacked } from './part.js';

const task = (students: number, seed: number, dimensions = 4): BlockTask => ({
  objective: 'harmonic',
  sign: -1,
  vectors: Float32Array.from({ length: students * dimensions }, (_, i) => Math.sin(seed + i)),
  dimensions,
  sizes: Int32Array.of(students - 2, 2),
  grouped: true,
  seed,
  sweeps: 30,
  hot: 0.4 / 3,
  cold: 0.035,
});

it('is read as it was written, each block with vectors of its own, wherever the bytes lie', () => {
  const tasks = [task(5, 1), task(7, 2 ** 32 - 1), task(3, 3)];
  const { outlines, vectors } = packed(tasks);
  const elsewhere = new Uint8Array(vectors.byteLength + 3).subarray(3);
  elsewhere.set(vectors);
  const read = unpacked(JSON.parse(JSON.stringify(outlines)), elsewhere);
  expect(read).toEqual(tasks);
  expect(new Set(read.map((one) => one.vectors.buffer)).size).toBe(3);
});

it('takes the blocks of a round in their order, four at most, fewer where they are large', () => {
  const split = (tasks: BlockTask[]) =>
    [...partsOf(tasks, 7)].map(({ number, from, tasks }) => [number, from, tasks.length]);
  expect(split(Array.from({ length: 9 }, (_, i) => task(4, i)))).toEqual([
    [7, 0, 4],
    [8, 4, 4],
    [9, 8, 1],
  ]);
  const large = (seed: number) => task(400, seed, 300);
  expect(split([large(1), large(2), large(3), task(4, 4)])).toEqual([
    [7, 0, 2],
    [8, 2, 2],
  ]);
  const huge = task(400, 1, 3000);
  expect(split([huge, huge])).toEqual([
    [7, 0, 1],
    [8, 1, 1],
  ]);
});
