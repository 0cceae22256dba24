import type { Partition } from '../solve/partition.js';
import type { Compile, Tally } from './measure.js';
import { partnersIn, partnersOf, readTies, type Ties, tiedStudents, wirePairs } from './pairs.js';

/** Nobody with one they are to be kept from: 1, or 0 as soon as one pair meets. One side's wish is enough. */
export const apart: Compile<'apart'> = (_criterion, answers, common) => {
  const ties = readTies(answers, false);
  const { names } = answers.students;
  const tied = (a: number, b: number) => partnersOf(ties, a).includes(b);
  return {
    measure: {
      ...common,
      rule: `apart as "${common.column}" says`,
      wire: () => ({ kind: 'apart', pairs: wirePairs(ties) }),
      open: (partition) => new ApartTally(partition, ties),
      brings: () => tiedStudents(ties, 'with somebody to be kept apart from'),
      evidence: (members) => {
        const met = members.flatMap((a) =>
          members.filter((b) => a < b && tied(a, b)).map((b) => `${names[a]} and ${names[b]}`),
        );
        const named = members.filter((i) => partnersOf(ties, i).length > 0).length;
        if (met.length > 0) return `together against the rule: ${met.join(', ')}`;
        return named === 0 ? 'nobody here is to be kept apart from anyone' : 'all kept apart who are to be';
      },
      pair: (a, b) => (tied(a, b) ? 0 : null),
      canShare: (a, b) => !tied(a, b),
      impossible: ({ mostGroups }) => {
        const clique = largeClique(ties, names.length);
        if (clique.length <= mostGroups) return null;
        return {
          members: clique,
          why: `${clique.length} students, each apart from all others, and ${mostGroups} groups`,
        };
      },
    },
    notices: ties.notices,
  };
};

/** A clique grown greedily from the most tied student; not always the largest, so it proves but does not disprove. */
function largeClique(ties: Ties, students: number): number[] {
  const byDegree = Array.from({ length: students }, (_, i) => i).sort(
    (a, b) => partnersOf(ties, b).length - partnersOf(ties, a).length,
  );
  const clique: number[] = [];
  for (const i of byDegree) if (clique.every((member) => partnersOf(ties, i).includes(member))) clique.push(i);
  return clique;
}

/** Counts pairs that meet, by group: a change costs one step for each tie of who moves. */
class ApartTally implements Tally {
  readonly #met: Int32Array;

  constructor(
    private readonly partition: Partition,
    private readonly ties: Ties,
  ) {
    this.#met = new Int32Array(partition.groups);
    for (let i = 0; i < partition.students; i++) {
      const group = partition.groupOf[i]!;
      if (group >= 0) this.#met[group]! += partnersIn(ties, partition.groupOf, i, group, -1);
    }
    for (let group = 0; group < partition.groups; group++) this.#met[group]! /= 2;
  }

  score(group: number, out: number, into: number): number {
    return this.#metAfter(group, out, into) === 0 ? 1 : 0;
  }

  shortfall(group: number, out: number, into: number): number {
    return this.#metAfter(group, out, into);
  }

  commit(group: number, out: number, into: number): void {
    this.#met[group] = this.#metAfter(group, out, into);
  }

  #metAfter(group: number, out: number, into: number): number {
    const { groupOf } = this.partition;
    let met = this.#met[group]!;
    if (out >= 0) met -= partnersIn(this.ties, groupOf, out, group, -1);
    if (into >= 0) met += partnersIn(this.ties, groupOf, into, group, out);
    return met;
  }
}
