import type { Partition } from '../solve/partition.js';
import {
  type ColumnAnswers,
  type Common,
  type Compile,
  type Compiled,
  EPSILON,
  type OfKind,
  type Tally,
} from './measure.js';
import { readVectors, type Vectors } from './vectors.js';

/** max(0, mean pairwise cosine); a single member 1. As a rule: at least `atLeast`. */
export const similar: Compile<'similar'> = (criterion, answers, common) =>
  compileLikeness(criterion, answers, common, 1);

/** 1 − similar. */
export const diverse: Compile<'diverse'> = (criterion, answers, common) =>
  compileLikeness(criterion, answers, common, -1);

function compileLikeness(
  criterion: OfKind<'similar'> | OfKind<'diverse'>,
  answers: ColumnAnswers,
  common: Common,
  sign: 1 | -1,
): Compiled {
  if ((common.hard || common.step) && criterion.atLeast === undefined) {
    throw new RangeError(`a hard or step "${criterion.kind}" needs "atLeast"`);
  }
  const bound = criterion.atLeast ?? 0;
  const vectors = readVectors(answers);
  const scoreOf = (cosine: number) => (sign === 1 ? Math.max(0, cosine) : 1 - Math.max(0, cosine));
  const silent = vectors.present.reduce((sum, one) => sum - one, vectors.students);
  return {
    measure: {
      ...common,
      rule: `${criterion.kind} in "${common.column}" at least ${bound}`,
      wire: () => ({ kind: criterion.kind, ...vectors.wire(), atLeast: bound }),
      exactly: (members) => {
        const score = exactScore(vectors, members, sign);
        return { score, shortfall: bound - score > EPSILON ? bound - score : 0 };
      },
      open: (partition) => new LikenessTally(partition, vectors, sign, bound),
      brings: () => vectors.common(),
      evidence: (members) => showLikeness(vectors, members),
      // The same whether or not somebody has had the matrix worked out.
      pair: (a, b) => (vectors.present[a] && vectors.present[b] ? scoreOf(vectors.cosine(a, b)) : null),
      likeness: { sign, matrix: () => vectors.matrix, vectors },
    },
    notices:
      silent === 0 ? [] : [`${silent} left "${common.column}" blank and ${silent === 1 ? 'is' : 'are'} left out of it`],
  };
}

function exactScore(vectors: Vectors, members: readonly number[], sign: 1 | -1): number {
  const known = members.filter((i) => vectors.present[i]);
  if (known.length < 2) return 1;
  let sum = 0;
  known.forEach((a, at) => {
    for (const b of known.slice(at + 1)) sum += vectors.cosine(a, b);
  });
  const positive = Math.min(1, Math.max(0, (2 * sum) / (known.length * (known.length - 1))));
  return sign === 1 ? positive : 1 - positive;
}

function showLikeness(vectors: Vectors, members: readonly number[]): string {
  const known = members.filter((i) => vectors.present[i]);
  if (known.length < 2) return 'nobody to compare with';
  let sum = 0;
  for (const a of known) for (const b of known) if (a < b) sum += vectors.cosine(a, b);
  const pairs = (known.length * (known.length - 1)) / 2;
  const common = vectors.shared(members).slice(0, 5);
  const shared = common.length === 0 ? '' : `; all share ${common.join(', ')}`;
  return `mean similarity ${(sum / pairs).toFixed(2)} over ${pairs} ${pairs === 1 ? 'pair' : 'pairs'}${shared}`;
}

/** Sums of cosines by group and by member: a change costs one cosine for each member who stays. */
class LikenessTally implements Tally {
  /** By group, over its pairs. */
  readonly #sums: Float64Array;
  /** By student, over the others in the same group. */
  readonly #own: Float64Array;
  readonly #known: Int32Array;
  readonly #matrix: Float32Array | null;
  readonly #students: number;

  constructor(
    private readonly partition: Partition,
    private readonly vectors: Vectors,
    private readonly sign: 1 | -1,
    private readonly bound: number,
  ) {
    this.#matrix = vectors.matrix;
    this.#students = vectors.students;
    this.#sums = new Float64Array(partition.groups);
    this.#own = new Float64Array(vectors.students);
    this.#known = new Int32Array(partition.groups);
    for (let group = 0; group < partition.groups; group++) {
      const members = partition.membersOf(group);
      for (const a of members) {
        this.#known[group]! += vectors.present[a]!;
        this.#own[a] = this.#sumWith(group, a, a);
        this.#sums[group]! += this.#own[a]! / 2;
      }
    }
  }

  score(group: number, out: number, into: number): number {
    let known = this.#known[group]!;
    let sum = this.#sums[group]!;
    if (out >= 0) {
      known -= this.vectors.present[out]!;
      sum -= this.#own[out]!;
    }
    if (into >= 0) {
      known += this.vectors.present[into]!;
      sum += this.#sumWith(group, into, out);
    }
    if (known < 2) return 1;
    const cosine = (2 * sum) / (known * (known - 1));
    const positive = cosine > 0 ? Math.min(1, cosine) : 0;
    return this.sign === 1 ? positive : 1 - positive;
  }

  shortfall(group: number, out: number, into: number): number {
    const missing = this.bound - this.score(group, out, into);
    return missing > EPSILON ? missing : 0;
  }

  commit(group: number, out: number, into: number): void {
    const { partition, vectors } = this;
    const own = this.#own;
    for (let slot = 0; slot < partition.sizes[group]!; slot++) {
      const other = partition.member(group, slot);
      if (other === out) continue;
      if (out >= 0) own[other]! -= vectors.similarity(other, out);
      if (into >= 0) own[other]! += vectors.similarity(other, into);
    }
    // Not from `own`: in a swap the other group may have made it the sum of a new place already.
    if (out >= 0) {
      this.#sums[group]! -= this.#sumWith(group, out, out);
      this.#known[group]! -= vectors.present[out]!;
    }
    if (into >= 0) {
      own[into] = this.#sumWith(group, into, out);
      this.#sums[group]! += own[into]!;
      this.#known[group]! += vectors.present[into]!;
    }
  }

  /** Cosines of a student with the members of a group, `except` left out. */
  #sumWith(group: number, student: number, except: number): number {
    const { partition } = this;
    const matrix = this.#matrix;
    const n = partition.sizes[group]!;
    let sum = 0;
    for (let slot = 0; slot < n; slot++) {
      const other = partition.member(group, slot);
      if (other === except) continue;
      // The row of a member, not of the student: a sweep looks at many students for the same few members.
      sum += matrix === null ? this.vectors.similarity(other, student) : matrix[other * this.#students + student]!;
    }
    return sum;
  }
}
