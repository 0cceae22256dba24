import type { PolicyGroup } from '@tailcamp/contracts';
import type { Partition } from '../solve/partition.js';
import { parseRank } from '../survey/numbers.js';
import { spellingKey } from '../survey/spelling.js';
import type { ColumnAnswers, Compile, Impossible, Tally } from './measure.js';

/** What every student thinks of every named group. */
interface Ranking {
  readonly groups: readonly string[];
  /** How many ranks there are. */
  readonly ranks: number;
  /** By student × group, from 1, the best; 0 where the student did not rank the group. */
  readonly rank: Int32Array;
  readonly notices: readonly string[];
}

/**
 * Mean over the members of (R − rank) ÷ (R − 1) for the named group they are in, R the number of ranks; unranked 0. As a rule:
 * every member ranked the group at all. A column is about the group that the text at `*` names. Ranks are ordinal: the numbers
 * that occur, from the best, are 1 to R. Where there is one rank only, who gave it scores 1.
 * @throws {RangeError} without named groups, or when the columns hold no rank of any.
 */
export const preference: Compile<'preference'> = (criterion, answers, common) => {
  const ranking = readRanking(answers, criterion.best ?? 'low');
  const { groups, rank, ranks } = ranking;
  const rankOf = (student: number, group: number) => rank[student * groups.length + group]!;
  const students = [...answers.students.ids.keys()];
  const worth = Float64Array.from(rank, (given) => (given === 0 ? 0 : ranks === 1 ? 1 : (ranks - given) / (ranks - 1)));
  return {
    measure: {
      ...common,
      rule: `only groups that a student ranked in "${common.column}"`,
      wire: () => ({ kind: 'preference', ranks, ranked: students.map((i) => rankedBy(ranking, i)) }),
      open: (partition) => new PreferenceTally(partition, groups.length, worth, rank),
      brings: () =>
        groups.map((label, group) => ({
          label,
          students: students.filter((student) => rankOf(student, group) === 1).length,
        })),
      evidence: (members, group) => showRanks(members.map((student) => rankOf(student, group))),
      canShare: (a, b) => groups.some((_, group) => rankOf(a, group) > 0 && rankOf(b, group) > 0),
      impossible: ({ named }) => unfillable(ranking, named ?? []),
    },
    notices: ranking.notices,
  };
};

function readRanking({ topics, columns, cells, students, groupNames }: ColumnAnswers, best: 'low' | 'high'): Ranking {
  if (groupNames === null) throw new RangeError('"preference" needs a policy with named groups');
  const keys = groupNames.map(spellingKey);
  const numbers = cells.map((column) => column.map(parseRank));
  const order = [...new Set(numbers.flat().filter((number) => number !== null))].sort((a, b) => a - b);
  if (best === 'high') order.reverse();
  if (order.length === 0) throw new RangeError(`no ranks in "${columns.join(', ')}"`);
  const rankOf = new Map(order.map((number, at) => [number, at + 1]));
  const rank = new Int32Array(students.ids.length * keys.length);
  const notices: string[] = [];
  topics.forEach((topic, c) => {
    const group = keys.indexOf(spellingKey(topic));
    if (group === -1) notices.push(`"${columns[c]}" ranks no group of the policy`);
    const odd = numbers[c]!.filter((number, i) => number === null && cells[c]![i] !== '').length;
    if (odd > 0) notices.push(`${odd} ${odd === 1 ? 'answer is' : 'answers are'} no rank in "${columns[c]}", left out`);
    numbers[c]!.forEach((number, i) => {
      if (group !== -1 && number !== null) rank[i * keys.length + group] = rankOf.get(number)!;
    });
  });
  groupNames.forEach((name, group) => {
    if (students.ids.every((_, i) => rank[i * keys.length + group] === 0)) notices.push(`nobody ranked "${name}"`);
  });
  return { groups: groupNames, ranks: order.length, rank, notices };
}

/** Groups with the rank that a student gave them. */
function rankedBy({ groups, rank }: Ranking, student: number): [number, number][] {
  const own = groups.map((_, group): [number, number] => [group, rank[student * groups.length + group]!]);
  return own.filter(([, given]) => given > 0);
}

function showRanks(given: readonly number[]): string {
  const ranked = [...new Set(given.filter((rank) => rank > 0))].sort((a, b) => a - b);
  const said = ranked.map((rank) => `${given.filter((other) => other === rank).length} got choice ${rank}`);
  const unranked = given.filter((rank) => rank === 0).length;
  return [...said, ...(unranked > 0 ? [`${unranked} did not rank it`] : [])].join(', ') || 'nobody here';
}

/** A group that too few ranked, or students who ranked too few places. */
function unfillable(ranking: Ranking, named: readonly PolicyGroup[]): Impossible | null {
  const { groups, rank } = ranking;
  for (const [group, { name, min }] of named.entries()) {
    const members: number[] = [];
    for (let at = group; at < rank.length; at += groups.length)
      if (rank[at]! > 0) members.push((at - group) / groups.length);
    if (members.length < min) return { members, why: `"${name}" takes at least ${min}, ${members.length} ranked it` };
  }
  return tooManyForTheirGroups(ranking, named);
}

/**
 * Hall's condition: students who ranked nothing but groups with fewer places than they are. Found by matching students to
 * places along augmenting paths; where one cannot be matched, those reached from there are such students.
 */
function tooManyForTheirGroups({ groups, rank }: Ranking, named: readonly PolicyGroup[]): Impossible | null {
  const count = groups.length;
  const placed: number[][] = groups.map(() => []);
  for (let student = 0; student < rank.length / count; student++) {
    const reached = new Set<number>();
    const place = (who: number): boolean => {
      for (let group = 0; group < count; group++) {
        if (rank[who * count + group] === 0 || reached.has(group)) continue;
        reached.add(group);
        const held = placed[group]!;
        const at = held.length < named[group]!.max ? held.length : held.findIndex((other) => place(other));
        if (at === -1) continue;
        held[at] = who;
        return true;
      }
      return false;
    };
    if (place(student)) continue;
    const members = [student, ...[...reached].flatMap((group) => placed[group]!)].sort((a, b) => a - b);
    if (reached.size === 0) return { members, why: 'one student ranked no group' };
    const names = [...reached].sort((a, b) => a - b).map((group) => `"${groups[group]}"`);
    const places = members.length - 1;
    return { members, why: `${members.length} students ranked only ${names.join(', ')}, with ${places} places` };
  }
  return null;
}

/** Sums by group: a change costs one step. */
class PreferenceTally implements Tally {
  readonly #sums: Float64Array;
  readonly #unranked: Int32Array;

  constructor(
    private readonly partition: Partition,
    private readonly groups: number,
    private readonly worth: Float64Array,
    private readonly rank: Int32Array,
  ) {
    this.#sums = new Float64Array(partition.groups);
    this.#unranked = new Int32Array(partition.groups);
    for (let student = 0; student < partition.students; student++) {
      const group = partition.groupOf[student]!;
      if (group >= 0) this.commit(group, -1, student);
    }
  }

  score(group: number, out: number, into: number): number {
    const n = this.partition.sizes[group]! - (out >= 0 ? 1 : 0) + (into >= 0 ? 1 : 0);
    if (n === 0) return 1;
    return Math.min(1, Math.max(0, this.#sumAfter(group, out, into) / n));
  }

  shortfall(group: number, out: number, into: number): number {
    let unranked = this.#unranked[group]!;
    if (out >= 0 && this.rank[out * this.groups + group] === 0) unranked--;
    if (into >= 0 && this.rank[into * this.groups + group] === 0) unranked++;
    return unranked;
  }

  commit(group: number, out: number, into: number): void {
    const unranked = this.shortfall(group, out, into);
    this.#sums[group] = this.#sumAfter(group, out, into);
    this.#unranked[group] = unranked;
  }

  #sumAfter(group: number, out: number, into: number): number {
    let sum = this.#sums[group]!;
    if (out >= 0) sum -= this.worth[out * this.groups + group]!;
    if (into >= 0) sum += this.worth[into * this.groups + group]!;
    return sum;
  }
}
