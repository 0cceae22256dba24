import type { Partition } from '../solve/partition.js';
import { Spellings, splitList } from '../survey/spelling.js';
import type { ColumnAnswers, Compile, Tally } from './measure.js';

/** Who wishes which roles. */
interface Wishes {
  /** By student, indices into `roles`. */
  readonly wished: readonly (readonly number[])[];
  readonly roles: readonly string[];
}

/**
 * Size of the largest matching of members to wished, distinct roles ÷ n. As a rule: every member gets a role of theirs. Who
 * wishes none gets none.
 */
export const roles: Compile<'roles'> = (_criterion, answers, common) => {
  const wishes = readWishes(answers);
  const { wished } = wishes;
  const everyone = [...wished.keys()];
  const matching = new RoleMatching(wishes);
  const matchedOf = (a: number, b: number) => matching.clear().addAll([a, b]);
  return {
    measure: {
      ...common,
      rule: `a wished role for each in "${common.column}"`,
      wire: () => ({ kind: 'roles', wished: wished.map((own) => [...own]) }),
      open: (partition) => new RolesTally(partition, wishes),
      brings: () =>
        wishes.roles.map((label, role) => ({ label, students: wished.filter((own) => own.includes(role)).length })),
      evidence: (members) => showRoles(wishes, members),
      pair: (a, b) => matchedOf(a, b) / 2,
      canShare: (a, b) => matchedOf(a, b) === 2,
      impossible: ({ min, mostGroups }) => {
        const without = everyone.filter((i) => wished[i]!.length === 0);
        if (without.length > 0) {
          const why = without.length === 1 ? 'one wishes no role' : `${without.length} wish no role`;
          return { members: without, why };
        }
        if (min > wishes.roles.length) {
          return { members: [], why: `groups of ${min} need as many roles, there are ${wishes.roles.length}` };
        }
        for (const [role, name] of wishes.roles.entries()) {
          const only = everyone.filter((i) => wished[i]!.every((each) => each === role));
          if (only.length <= mostGroups) continue;
          return {
            members: only,
            why: `${only.length} wish to be "${name}" and nothing else, in ${mostGroups} groups`,
          };
        }
        return null;
      },
    },
    notices: [],
  };
};

function readWishes({ columns, cells, students }: ColumnAnswers): Wishes {
  const spellings = new Spellings();
  const keys = students.ids.map((_, i) =>
    columns.flatMap((_column, c) => splitList(cells[c]![i]!).map((piece) => spellings.add(piece))),
  );
  const order = spellings.keys();
  const number = new Map(order.map((key, role) => [key, role]));
  const wished = keys.map((own) => [...new Set(own)].map((key) => number.get(key)!).sort((a, b) => a - b));
  return { wished, roles: order.map((key) => spellings.shown(key)) };
}

/** Matches one student after the other by Kuhn's augmenting paths. Its arrays are used again for each group. */
class RoleMatching {
  /** Who has each role, -1 for nobody. */
  readonly holder: Int32Array;
  readonly #tried: Int32Array;
  #round = 0;

  constructor(private readonly wishes: Wishes) {
    this.holder = new Int32Array(wishes.roles.length);
    this.#tried = new Int32Array(wishes.roles.length);
  }

  clear(): this {
    this.holder.fill(-1);
    return this;
  }

  /** 1 when the student gets a role, those before keeping one of theirs; else 0. */
  add(student: number): number {
    this.#round++;
    return this.#assign(student) ? 1 : 0;
  }

  addAll(students: readonly number[]): number {
    return students.reduce((sum, student) => sum + this.add(student), 0);
  }

  #assign(student: number): boolean {
    const wished = this.wishes.wished[student]!;
    for (let w = 0; w < wished.length; w++) {
      const role = wished[w]!;
      if (this.#tried[role] === this.#round) continue;
      this.#tried[role] = this.#round;
      const other = this.holder[role]!;
      if (other >= 0 && !this.#assign(other)) continue;
      this.holder[role] = student;
      return true;
    }
    return false;
  }
}

function showRoles(wishes: Wishes, members: readonly number[]): string {
  const matching = new RoleMatching(wishes).clear();
  const matched = matching.addAll(members);
  const shared = wishes.roles.filter((_, role) => matching.holder[role]! >= 0);
  return `${matched} of ${members.length} get a role they wish${shared.length > 0 ? `: ${shared.join(', ')}` : ''}`;
}

/** Keeps no counts: a group's matching is made anew, one short search for each member. */
class RolesTally implements Tally {
  readonly #matching: RoleMatching;

  constructor(
    private readonly partition: Partition,
    wishes: Wishes,
  ) {
    this.#matching = new RoleMatching(wishes);
  }

  score(group: number, out: number, into: number): number {
    const n = this.#size(group, out, into);
    return n === 0 ? 1 : this.#matched(group, out, into) / n;
  }

  shortfall(group: number, out: number, into: number): number {
    return this.#size(group, out, into) - this.#matched(group, out, into);
  }

  commit(): void {}

  #size(group: number, out: number, into: number): number {
    return this.partition.sizes[group]! - (out >= 0 ? 1 : 0) + (into >= 0 ? 1 : 0);
  }

  #matched(group: number, out: number, into: number): number {
    const matching = this.#matching.clear();
    let matched = into >= 0 ? matching.add(into) : 0;
    for (let slot = 0; slot < this.partition.sizes[group]!; slot++) {
      const member = this.partition.member(group, slot);
      if (member !== out) matched += matching.add(member);
    }
    return matched;
  }
}
