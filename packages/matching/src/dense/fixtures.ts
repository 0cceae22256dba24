import type { Random } from '../solve/random.js';
import type { Weights } from './weights.js';

/** Symmetric weights between −0.3 and 1, as cosines may be. */
export function drawWeights(students: number, random: Random): Weights {
  const values = new Float64Array(students * students);
  for (let i = 0; i < students; i++) {
    for (let j = 0; j < i; j++) {
      values[i * students + j] = 1.3 * random.next() - 0.3;
      values[j * students + i] = values[i * students + j]!;
    }
  }
  return { students, values };
}

export function pairSum({ students, values }: Weights, groupOf: ArrayLike<number>, group: number): number {
  let sum = 0;
  for (let i = 0; i < students; i++) {
    for (let j = 0; j < i; j++) {
      if (groupOf[i] === group && groupOf[j] === group) sum += values[i * students + j]!;
    }
  }
  return sum;
}

export function sizesOf(groupOf: ArrayLike<number>, groups: number): number[] {
  const sizes = Array.from({ length: groups }, () => 0);
  for (let i = 0; i < groupOf.length; i++) sizes[groupOf[i]!]!++;
  return sizes;
}
