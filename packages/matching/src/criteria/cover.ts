import type { Partition } from '../solve/partition.js';
import { parseRating } from '../survey/numbers.js';
import { skillLevel, spellingKey, splitList } from '../survey/spelling.js';
import { type ColumnAnswers, type Compile, EPSILON, type Tally } from './measure.js';

/** One required skill: who has how much of it. */
interface Skill {
  readonly name: string;
  readonly required: number;
  /** By student; 0 where nothing is known. */
  readonly levels: Float64Array;
}

/**
 * Mean over the required skills of min(1, highest level of a member ÷ required level). As a rule: every skill is there at its
 * level. A skill is a column, or the text at `*` in the pattern; failing both, an answer in the lists that the columns hold:
 * with a level of its own ("Python: 3"), else as level 1.
 * @throws {RangeError} when no column tells of a required skill.
 */
export const cover: Compile<'cover'> = (criterion, answers, common) => {
  const skills = Object.entries(criterion.required).map(([name, required]) => readSkill(name, required, answers));
  const wanted = skills.map(({ name, required }) => `${name} ${required}`).join(', ');
  return {
    measure: {
      ...common,
      rule: `${wanted} covered in "${common.column}"`,
      wire: () => ({
        kind: 'cover',
        skills: skills.map(({ required, levels }) => ({ required, levels: [...levels] })),
      }),
      open: (partition) => new CoverTally(partition, skills),
      brings: () =>
        skills.map(({ name, required, levels }) => ({
          label: `${name} ≥ ${required}`,
          students: levels.filter((level) => level >= required).length,
        })),
      evidence: (members) => skills.map((skill) => showSkill(skill, members)).join('; '),
      impossible: ({ fewestGroups }) => {
        for (const { name, required, levels } of skills) {
          const able = [...levels.keys()].filter((i) => levels[i]! >= required);
          if (able.length >= fewestGroups) continue;
          const why = `${fewestGroups} groups need one with ${name} ${required} each, there are ${able.length}`;
          return { members: able, why };
        }
        return null;
      },
    },
    notices: skills.map(({ notice }) => notice).filter((notice) => notice !== null),
  };
};

function readSkill(name: string, required: number, answers: ColumnAnswers): Skill & { notice: string | null } {
  const { topics, columns, cells, students } = answers;
  const key = spellingKey(name);
  const levels = new Float64Array(students.ids.length);
  const own = [...columns.keys()].filter((c) => [topics[c]!, columns[c]!].some((topic) => spellingKey(topic) === key));
  if (own.length === 0) return { name, required, levels, notice: readLists(name, levels, answers) };
  const told = own.flatMap((c) => [...cells[c]!.entries()]).filter(([, cell]) => cell !== '');
  const known = told.filter(([, cell]) => parseRating(cell) !== null);
  if (told.length > 0 && known.length === 0) throw new RangeError(`"${columns[own[0]!]}" holds no level`);
  for (const [student, cell] of known) levels[student] = Math.max(levels[student]!, parseRating(cell)!);
  return { name, required, levels, notice: known.length === 0 ? `nobody has a level of "${name}"` : null };
}

/** The level of those who list the skill; says so when nobody does. */
function readLists(name: string, levels: Float64Array, { topics, columns, cells }: ColumnAnswers): string | null {
  const isNumbers = (column: readonly string[]) => {
    const filled = column.filter((cell) => cell !== '');
    return filled.length > 0 && filled.every((cell) => parseRating(cell) !== null);
  };
  const lists = cells.filter((column, c) => topics[c] === columns[c] && !isNumbers(column));
  if (lists.length === 0) throw new RangeError(`no column tells of the skill "${name}"`);
  const key = spellingKey(name);
  for (const column of lists) {
    column.forEach((cell, student) => {
      for (const piece of splitList(cell)) {
        const { skill, level } = skillLevel(piece);
        if (spellingKey(skill) === key) levels[student] = Math.max(levels[student]!, level);
      }
    });
  }
  return levels.some((level) => level > 0) ? null : `nobody lists "${name}" in "${columns.join(', ')}"`;
}

function showSkill({ name, required, levels }: Skill, members: readonly number[]): string {
  const highest = Math.max(0, ...members.map((i) => levels[i]!));
  return `${name} ${highest} of ${required}`;
}

/** The two highest levels by group and skill: a change costs one step for each skill, and a look at the members once it is made. */
class CoverTally implements Tally {
  readonly #k: number;
  /** By group × skill: the highest level, whose it is, and the highest of the others. */
  readonly #first: Float64Array;
  readonly #holder: Int32Array;
  readonly #second: Float64Array;

  constructor(
    private readonly partition: Partition,
    private readonly skills: readonly Skill[],
  ) {
    this.#k = skills.length;
    this.#first = new Float64Array(partition.groups * this.#k);
    this.#holder = new Int32Array(partition.groups * this.#k).fill(-1);
    this.#second = new Float64Array(partition.groups * this.#k);
    for (let group = 0; group < partition.groups; group++) this.commit(group, -1, -1);
  }

  score(group: number, out: number, into: number): number {
    let sum = 0;
    for (let s = 0; s < this.#k; s++) sum += Math.min(1, this.#highest(group, out, into, s) / this.skills[s]!.required);
    return sum / this.#k;
  }

  shortfall(group: number, out: number, into: number): number {
    let missing = 0;
    for (let s = 0; s < this.#k; s++) {
      missing += Math.max(0, 1 - this.#highest(group, out, into, s) / this.skills[s]!.required);
    }
    return missing > EPSILON ? missing : 0;
  }

  commit(group: number, out: number, into: number): void {
    for (let s = 0; s < this.#k; s++) {
      const at = group * this.#k + s;
      this.#first[at] = 0;
      this.#second[at] = 0;
      this.#holder[at] = -1;
      for (let slot = 0; slot < this.partition.sizes[group]!; slot++) {
        const member = this.partition.member(group, slot);
        if (member !== out) this.#see(at, member, s);
      }
      if (into >= 0) this.#see(at, into, s);
    }
  }

  #see(at: number, student: number, s: number): void {
    const level = this.skills[s]!.levels[student]!;
    if (level > this.#first[at]!) {
      this.#second[at] = this.#first[at]!;
      this.#first[at] = level;
      this.#holder[at] = student;
    } else if (level > this.#second[at]!) this.#second[at] = level;
  }

  #highest(group: number, out: number, into: number, s: number): number {
    const at = group * this.#k + s;
    const stays = out >= 0 && this.#holder[at] === out ? this.#second[at]! : this.#first[at]!;
    return into >= 0 ? Math.max(stays, this.skills[s]!.levels[into]!) : stays;
  }
}
