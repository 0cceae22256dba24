import type { GroupSize } from '@tailcamp/contracts';

/**
 * Sizes within the bounds, `students` in all, with as many pairs inside groups as can be: where all distances count for the
 * better, the groupings of greatest sum are nearly always among those. Null where the bounds do not admit so many students.
 */
export function sizesWithMostPairs(students: number, bounds: readonly GroupSize[]): number[] | null {
  // By students placed so far: the most pairs, and the size that the last group then has.
  const chosen: Int32Array[] = [];
  let pairs = new Float64Array(students + 1).fill(Number.NEGATIVE_INFINITY);
  pairs[0] = 0;
  for (const { min, max } of bounds) {
    const next = new Float64Array(students + 1).fill(Number.NEGATIVE_INFINITY);
    const sizes = new Int32Array(students + 1);
    for (let placed = 0; placed <= students; placed++) {
      for (let size = min; size <= Math.min(max, students - placed); size++) {
        const total = pairs[placed]! + (size * (size - 1)) / 2;
        if (total <= next[placed + size]!) continue;
        next[placed + size] = total;
        sizes[placed + size] = size;
      }
    }
    chosen.push(sizes);
    pairs = next;
  }
  if (pairs[students] === Number.NEGATIVE_INFINITY) return null;
  let left = students;
  const sizes = chosen.reverse().map((sizesOf) => {
    const size = sizesOf[left]!;
    left -= size;
    return size;
  });
  return sizes.reverse();
}
