import { DIMENSIONS, mulberry32 } from './cohort.js';

export type Groups = readonly (readonly number[])[];

function cosine(vectors: Float32Array, a: number, b: number): number {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d++) sum += vectors[a * DIMENSIONS + d]! * vectors[b * DIMENSIONS + d]!;
  return sum;
}

/** Mean pairwise cosine inside groups, each group weighing by its members; not clamped. */
export function meanCosine(vectors: Float32Array, groups: Groups): number {
  let [sum, students] = [0, 0];
  for (const members of groups) {
    let inside = 0;
    for (const a of members) for (const b of members) if (a < b) inside += cosine(vectors, a, b);
    sum += (members.length * 2 * inside) / (members.length * (members.length - 1));
    students += members.length;
  }
  return sum / students;
}

/** Groups of `size` in a shuffled order. */
export function randomGroups(students: number, size: number, seed: number): Groups {
  const uniform = mulberry32(seed);
  const order = Array.from({ length: students }, (_, i) => i);
  for (let i = students - 1; i > 0; i--) {
    const j = Math.floor(uniform() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return Array.from({ length: students / size }, (_, g) => order.slice(g * size, (g + 1) * size));
}

/** The first student left takes, one by one, whom the group so far is likest to; all students left are compared. */
export function greedyGroups(vectors: Float32Array, size: number): Groups {
  const students = vectors.length / DIMENSIONS;
  const taken = new Uint8Array(students);
  const groups: number[][] = [];
  for (let first = 0; first < students; first++) {
    if (taken[first]) continue;
    taken[first] = 1;
    const members = [first];
    const likeness = new Float64Array(students);
    while (members.length < size) {
      const last = members.at(-1)!;
      let best = -1;
      for (let i = 0; i < students; i++) {
        if (taken[i]) continue;
        likeness[i]! += cosine(vectors, last, i);
        if (best === -1 || likeness[i]! > likeness[best]!) best = i;
      }
      taken[best] = 1;
      members.push(best);
    }
    groups.push(members);
  }
  return groups;
}
