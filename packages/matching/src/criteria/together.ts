import type { Partition } from '../solve/partition.js';
import type { Compile, Measure, Tally } from './measure.js';
import { partnersIn, partnersOf, readTies, type Ties, tiedStudents, wirePairs } from './pairs.js';

/** A `together` also tells who it ties, so that a hard one can merge them into units. */
export interface TogetherMeasure extends Measure {
  readonly ties: Ties;
}

export function isTogether(measure: Measure): measure is TogetherMeasure {
  return measure.kind === 'together' && 'ties' in measure;
}

/** 1 when all who are tied to a member are in the group too, else 0. Wishes tie when they are mutual, lists always. */
export const together: Compile<'together'> = (_criterion, answers, common) => {
  const ties = readTies(answers, true);
  const { names } = answers.students;
  const measure: TogetherMeasure = {
    ...common,
    ties,
    rule: `together as "${common.column}" says`,
    wire: () => ({ kind: 'together', pairs: wirePairs(ties) }),
    open: (partition) => new TogetherTally(partition, ties),
    brings: () => tiedStudents(ties, 'with somebody to be with'),
    evidence: (members) => {
      const pairs = members.flatMap((a) => [...partnersOf(ties, a)].map((b) => [a, b] as const));
      if (pairs.length === 0) return 'nobody here is tied to anyone';
      const show = ([a, b]: readonly [number, number]) => `${names[a]} and ${names[b]}`;
      const kept = pairs.filter(([a, b]) => a < b && members.includes(b)).map(show);
      const parted = pairs.filter(([, b]) => !members.includes(b)).map(show);
      const said = [
        kept.length > 0 ? `together: ${kept.join(', ')}` : '',
        parted.length > 0 ? `parted: ${parted.join(', ')}` : '',
      ];
      return said.filter((part) => part !== '').join('; ');
    },
    pair: (a, b) => (partnersOf(ties, a).includes(b) ? 1 : null),
  };
  return { measure, notices: ties.notices };
};

/** Ties of members and those among them kept, by group: a change costs one step for each tie of who moves. */
class TogetherTally implements Tally {
  readonly #degrees: Int32Array;
  readonly #inside: Int32Array;

  constructor(
    private readonly partition: Partition,
    private readonly ties: Ties,
  ) {
    this.#degrees = new Int32Array(partition.groups);
    this.#inside = new Int32Array(partition.groups);
    for (let i = 0; i < partition.students; i++) {
      const group = partition.groupOf[i]!;
      if (group < 0) continue;
      this.#degrees[group]! += this.#degree(i);
      this.#inside[group]! += partnersIn(ties, partition.groupOf, i, group, -1);
    }
  }

  score(group: number, out: number, into: number): number {
    return this.shortfall(group, out, into) === 0 ? 1 : 0;
  }

  shortfall(group: number, out: number, into: number): number {
    return this.#degreesAfter(group, out, into) - this.#insideAfter(group, out, into);
  }

  commit(group: number, out: number, into: number): void {
    const inside = this.#insideAfter(group, out, into);
    this.#degrees[group] = this.#degreesAfter(group, out, into);
    this.#inside[group] = inside;
  }

  #degree(student: number): number {
    return this.ties.starts[student + 1]! - this.ties.starts[student]!;
  }

  #degreesAfter(group: number, out: number, into: number): number {
    return this.#degrees[group]! - (out >= 0 ? this.#degree(out) : 0) + (into >= 0 ? this.#degree(into) : 0);
  }

  /** Each kept tie counts twice, once from either side. */
  #insideAfter(group: number, out: number, into: number): number {
    const { groupOf } = this.partition;
    let inside = this.#inside[group]!;
    if (out >= 0) inside -= 2 * partnersIn(this.ties, groupOf, out, group, -1);
    if (into >= 0) inside += 2 * partnersIn(this.ties, groupOf, into, group, out);
    return inside;
  }
}
