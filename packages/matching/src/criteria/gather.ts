import type { Partition } from '../solve/partition.js';
import { type Categories, readCategories } from './answers.js';
import type { Compile, Tally } from './measure.js';

/** Share of pairs with equal value; with several columns, the mean over them. Alone scores 1. */
export const gather: Compile<'gather'> = (_criterion, answers, common) => {
  const read = answers.columns.map((column, c) => readCategories(column, answers.cells[c] ?? []));
  const equal = (a: number, b: number) => read.filter(({ codes }) => codes[a] === codes[b]).length;
  return {
    measure: {
      ...common,
      rule: `all equal in "${common.column}"`,
      wire: () => ({ kind: 'gather', columns: read.map(({ codes }) => [...codes]) }),
      open: (partition) => new GatherTally(partition, read),
      brings: () =>
        read.flatMap(({ codes, labels }) =>
          labels.map((label, code) => ({ label, students: codes.filter((own) => own === code).length })),
        ),
      evidence: (members) => read.map((column) => showCategories(column, members)).join('; '),
      pair: (a, b) => equal(a, b) / read.length,
      canShare: (a, b) => equal(a, b) === read.length,
      impossible: ({ min, max }) => {
        for (const { codes, labels } of read) {
          for (let code = 0; code < labels.length; code++) {
            const members = [...codes.keys()].filter((i) => codes[i] === code);
            if (Math.ceil(members.length / max) * min <= members.length) continue;
            const why = `the ${members.length} who answered "${labels[code]}" do not fill groups of ${min} to ${max}`;
            return { members, why };
          }
        }
        return null;
      },
    },
    notices: read.flatMap(({ notices }) => notices),
  };
};

function showCategories({ codes, labels }: Categories, members: readonly number[]): string {
  const shown = labels.flatMap((label, code) => {
    const count = members.filter((i) => codes[i] === code).length;
    return count === 0 ? [] : [`${count} of ${members.length} "${label}"`];
  });
  return shown.join(', ');
}

/** Counts of each value and of equal pairs by group: a change costs one step for each column. */
class GatherTally implements Tally {
  readonly #counts: readonly Int32Array[];
  /** Equal pairs, by column × group. */
  readonly #equal: Float64Array;

  constructor(
    private readonly partition: Partition,
    private readonly columns: readonly Categories[],
  ) {
    this.#counts = columns.map(({ labels }) => new Int32Array(partition.groups * labels.length));
    this.#equal = new Float64Array(columns.length * partition.groups);
    for (let i = 0; i < partition.students; i++) {
      const group = partition.groupOf[i]!;
      if (group >= 0) this.commit(group, -1, i);
    }
  }

  score(group: number, out: number, into: number): number {
    const pairs = this.#pairs(group, out, into);
    if (pairs === 0) return 1;
    let sum = 0;
    for (let c = 0; c < this.columns.length; c++) sum += this.#equalPairs(c, group, out, into);
    return sum / (pairs * this.columns.length);
  }

  shortfall(group: number, out: number, into: number): number {
    const pairs = this.#pairs(group, out, into);
    let missing = 0;
    for (let c = 0; c < this.columns.length; c++) missing += pairs - this.#equalPairs(c, group, out, into);
    return missing;
  }

  commit(group: number, out: number, into: number): void {
    this.columns.forEach(({ codes, labels }, c) => {
      const counts = this.#counts[c]!;
      const equal = this.#equalPairs(c, group, out, into);
      if (out >= 0) counts[group * labels.length + codes[out]!]!--;
      if (into >= 0) counts[group * labels.length + codes[into]!]!++;
      this.#equal[c * this.partition.groups + group] = equal;
    });
  }

  #equalPairs(c: number, group: number, out: number, into: number): number {
    const { codes, labels } = this.columns[c]!;
    const counts = this.#counts[c]!;
    const base = group * labels.length;
    let equal = this.#equal[c * this.partition.groups + group]!;
    const left = out >= 0 ? codes[out]! : -1;
    const joins = into >= 0 ? codes[into]! : -1;
    if (left === joins) return equal;
    if (left >= 0) equal -= counts[base + left]! - 1;
    if (joins >= 0) equal += counts[base + joins]!;
    return equal;
  }

  #pairs(group: number, out: number, into: number): number {
    const n = this.partition.sizes[group]! - (out >= 0 ? 1 : 0) + (into >= 0 ? 1 : 0);
    return (n * (n - 1)) / 2;
  }
}
