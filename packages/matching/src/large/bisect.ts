import type { Random } from '../solve/random.js';

const SAMPLE = 256;
const ROUNDS = 4;

/**
 * Points put into blocks of given sizes, near ones together: halved again and again across the line between two means of a
 * sample of them. The means begin at two points drawn, so that another draw cuts elsewhere.
 * @param points row by row, `dimensions` floats each
 * @returns the points' numbers, block after block
 */
export function bisect(points: Float32Array, dimensions: number, sizes: readonly number[], random: Random): Int32Array {
  const order = Int32Array.from({ length: points.length / dimensions }, (_, i) => i);
  const keys = new Float32Array(order.length);
  const halve = (from: number, to: number, firstBlock: number, lastBlock: number) => {
    if (lastBlock - firstBlock < 2) return;
    const middleBlock = (firstBlock + lastBlock) >> 1;
    let middle = from;
    for (let block = firstBlock; block < middleBlock; block++) middle += sizes[block]!;
    const across = direction(points, dimensions, order.subarray(from, to), random);
    for (let at = from; at < to; at++) {
      const base = order[at]! * dimensions;
      let sum = 0;
      for (let d = 0; d < dimensions; d++) sum += points[base + d]! * across[d]!;
      keys[at] = sum;
    }
    select(order, keys, from, to - 1, middle);
    halve(from, middle, firstBlock, middleBlock);
    halve(middle, to, middleBlock, lastBlock);
  };
  halve(0, order.length, 0, sizes.length);
  return order;
}

/** From one mean to the other of two, by Lloyd's rounds on a sample. */
function direction(points: Float32Array, dimensions: number, members: Int32Array, random: Random): Float64Array {
  const draw = () => members[random.below(members.length)]! * dimensions;
  const sample =
    members.length <= SAMPLE ? Array.from(members, (i) => i * dimensions) : Array.from({ length: SAMPLE }, draw);
  const across = new Float64Array(dimensions);
  const [a, b] = [draw(), draw()];
  for (let d = 0; d < dimensions; d++) across[d] = points[a + d]! - points[b + d]!;
  let threshold = 0;
  for (let d = 0; d < dimensions; d++) threshold += (across[d]! * (points[a + d]! + points[b + d]!)) / 2;
  for (let round = 0; round < ROUNDS; round++) {
    const sums = [new Float64Array(dimensions), new Float64Array(dimensions)] as const;
    const counts = [0, 0];
    for (const base of sample) {
      let side = -threshold;
      for (let d = 0; d < dimensions; d++) side += points[base + d]! * across[d]!;
      const which = side > 0 ? 0 : 1;
      counts[which]!++;
      for (let d = 0; d < dimensions; d++) sums[which]![d]! += points[base + d]!;
    }
    if (counts[0] === 0 || counts[1] === 0) break;
    threshold = 0;
    for (let d = 0; d < dimensions; d++) {
      const [one, other] = [sums[0][d]! / counts[0]!, sums[1][d]! / counts[1]!];
      across[d] = one - other;
      threshold += (across[d]! * (one + other)) / 2;
    }
  }
  return across;
}

/** Hoare's selection: afterwards none before `middle` has a smaller key than any from there on. */
function select(order: Int32Array, keys: Float32Array, first: number, last: number, middle: number): void {
  while (first < last) {
    const pivot = keys[(first + last) >> 1]!;
    let [i, j] = [first, last];
    while (i <= j) {
      while (keys[i]! > pivot) i++;
      while (keys[j]! < pivot) j--;
      if (i > j) break;
      [keys[i], keys[j]] = [keys[j]!, keys[i]!];
      [order[i], order[j]] = [order[j]!, order[i]!];
      i++;
      j--;
    }
    if (middle <= j) last = j;
    else if (middle >= i) first = i;
    else return;
  }
}
