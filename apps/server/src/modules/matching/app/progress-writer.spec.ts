import { expect, it } from 'vitest';
import { ProgressWriter } from './progress-writer.js';

it('writes the first and the last in order, one at a time, and skips what is old by then', async () => {
  const written: number[] = [];
  const gates: (() => void)[] = [];
  const writer = new ProgressWriter<number>(
    (progress) =>
      new Promise((resolve) => {
        written.push(progress);
        gates.push(resolve);
      }),
  );
  for (const progress of [1, 2, 3, 4]) writer.tell(progress);
  expect(written).toEqual([1]);
  gates[0]?.();
  await Promise.resolve().then(() => {});
  expect(written).toEqual([1, 4]);
  gates[1]?.();
  await writer.settled();
  writer.tell(5);
  gates[2]?.();
  await writer.settled();
  expect(written).toEqual([1, 4, 5]);
});

it('throws what could not be written when it is asked whether all is', async () => {
  const writer = new ProgressWriter<number>(() => Promise.reject(new Error('the database is gone')));
  writer.tell(1);
  await expect(writer.settled()).rejects.toThrow('the database is gone');
});

it('has nothing to wait for where nothing was told', async () => {
  await expect(new ProgressWriter<number>(() => Promise.resolve()).settled()).resolves.toBeUndefined();
});
