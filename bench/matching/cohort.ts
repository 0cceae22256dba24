export const DIMENSIONS = 64;
const TOPICS = 24;

/**
 * A seeded cohort: unit vectors of 64 dimensions, each a mixture of one to three of 24 topics, the popular ones more often,
 * with noise. The topics are the same for every size and seed, so that cohorts of different sizes are alike.
 * @returns row by row, students × 64
 */
export function cohort(students: number, seed: number): Float32Array {
  const uniform = mulberry32(seed);
  const normal = gaussian(uniform);
  const topicNormal = gaussian(mulberry32(777));
  const topics = Array.from({ length: TOPICS }, () => Float64Array.from({ length: DIMENSIONS }, topicNormal));
  const rows = new Float32Array(students * DIMENSIONS);
  for (let i = 0; i < students; i++) {
    const row = new Float64Array(DIMENSIONS);
    const mixed = 1 + Math.floor(uniform() * 3);
    for (let m = 0; m < mixed; m++) {
      const topic = topics[Math.floor(uniform() * uniform() * TOPICS)]!;
      const weight = 0.3 + uniform();
      for (let d = 0; d < DIMENSIONS; d++) row[d]! += weight * topic[d]!;
    }
    for (let d = 0; d < DIMENSIONS; d++) row[d]! += 0.7 * normal();
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    for (let d = 0; d < DIMENSIONS; d++) rows[i * DIMENSIONS + d] = row[d]! / length;
  }
  return rows;
}

/** Tommy Ettinger's 32-bit generator; numbers in [0, 1). */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Box and Muller's transform, one of its two values used. */
function gaussian(uniform: () => number): () => number {
  return () => {
    let positive = 0;
    while (positive === 0) positive = uniform();
    return Math.sqrt(-2 * Math.log(positive)) * Math.cos(2 * Math.PI * uniform());
  };
}
