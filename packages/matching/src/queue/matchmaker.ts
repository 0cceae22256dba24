import type { FreeHours, GroupSize, MatchedGroup, QueueStep } from '@tailcamp/contracts';
import { evaluate } from '../evaluate.js';
import { freeHours } from '../free-hours.js';
import { pairwise } from '../pairwise.js';
import { compile } from '../policy/compile.js';
import { PolicyError } from '../policy/policy-error.js';
import type { Problem } from '../problem.js';
import { solve } from '../solve/solve.js';
import type { SurveyTable } from '../survey/table.js';
import { bestGroupWith } from './best-group.js';
import { type QueuePolicy, sizeAt, widen } from './widening.js';

/** Somebody who waits. Give tickets in the order of their waiting, the longest first. */
export interface WaitingTicket {
  /** As the policy's id column has it. */
  readonly id: string;
  /** Steps it has widened by. */
  readonly level: number;
  /** Has waited long enough for a group to form; who has not may be taken into the group of one who has. */
  readonly due: boolean;
}

export interface FormedGroup {
  /** Longest wait first. */
  readonly members: readonly string[];
  /** The widening of the least widened member: the rules that the group keeps. */
  readonly level: number;
  /** Scored by the policy as it stands, unwidened, so that groups can be compared. */
  readonly matched: MatchedGroup;
  readonly pairs: readonly (readonly number[])[];
  /** When its members are free, where the policy looks at it. */
  readonly free: FreeHours | null;
}

/** Students from which a whole solve is worth its cost; fewer are looked through one by one. */
const WHOLE_SOLVE_FROM = 8;
/** Exchanges for each student of a pool, a tenth of a run's: a queue looks many times a day. */
const MOVES_EACH = 2_000;

/**
 * Forms groups of those who wait. Rules ease with each level, so a group that keeps the rules of its least widened member
 * keeps those of all: level by level, the strictest first, those who have come at least so far are grouped under its
 * rules. Within a level the best grouping of the pool is taken for what it keeps; then, from the longest wait on, each one
 * still there gets the best group that can be found with them.
 */
export class Matchmaker {
  readonly #levels: (Problem | null)[] = [];

  /** @throws {PolicyError} when the policy does not fit the students */
  constructor(
    private readonly policy: QueuePolicy,
    private readonly steps: readonly QueueStep[],
    /** Everybody of the camp: what is usual among them is what balance and spread are held against. */
    private readonly table: SurveyTable,
  ) {
    this.#levels[0] = compile(policy, table);
  }

  /** @param seed with it, the same tickets get the same groups */
  form(tickets: readonly WaitingTicket[], seed: number): FormedGroup[] {
    const formed: FormedGroup[] = [];
    let left = [...tickets];
    const highest = Math.max(0, ...tickets.map(({ level }) => level));
    for (let level = 0; level <= highest && left.some(({ due }) => due); level++) {
      const problem = this.#problem(level);
      if (problem === null) continue;
      const pool = left.filter((ticket) => ticket.level >= level);
      for (const members of this.#groupsAt(problem, level, pool, seed)) {
        formed.push(this.#formed(members, level));
        left = left.filter(({ id }) => !members.includes(id));
      }
    }
    return formed;
  }

  /** The camp under the rules of a level; null where the eased policy does not fit the students. */
  #problem(level: number): Problem | null {
    const known = this.#levels[level];
    if (known !== undefined) return known;
    const problem = tryCompile(widen(this.policy, this.steps, level), this.table);
    this.#levels[level] = problem;
    return problem;
  }

  *#groupsAt(problem: Problem, level: number, tickets: readonly WaitingTicket[], seed: number): Generator<string[]> {
    let pool = tickets.filter((ticket) => wholeUnit(problem, ticket, tickets));
    const without = (members: readonly string[]) => pool.filter(({ id }) => !members.includes(id));
    while (pool.length >= WHOLE_SOLVE_FROM && pool.some(({ due }) => due)) {
      const kept = this.#solveWhole(problem, level, pool, seed);
      if (kept.length === 0) break;
      yield* kept;
      pool = without(kept.flat());
    }
    for (const { id } of pool.filter(({ due }) => due)) {
      if (!pool.some((ticket) => ticket.id === id)) continue;
      const others = pool.map((ticket) => ticket.id);
      const members = bestGroupWith(problem, id, others, this.policy.groupSize);
      if (members === null) continue;
      yield inOrder(members, pool);
      pool = without(members);
    }
  }

  /** The pool, or as many of its longest waits as the sizes hold, grouped by the engine; what keeps the rules is taken. */
  #solveWhole(problem: Problem, level: number, pool: readonly WaitingTicket[], seed: number): string[][] {
    const size = sizeAt(this.policy, this.steps, level);
    const chosen = pool.slice(0, mostThatFit(pool.length, size));
    const part = tryCompile(widen(this.policy, this.steps, level), rowsOf(this.table, problem, chosen));
    if (part === null || chosen.length === 0) return [];
    const due = new Set(chosen.filter((ticket) => ticket.due).map(({ id }) => id));
    return solve(part, { seed, moves: MOVES_EACH * chosen.length })
      .groups.map((members) => members.map((i) => part.students.ids[i]!))
      .filter((members) => members.some((id) => due.has(id)) && keepsRules(problem, members))
      .map((members) => inOrder(members, pool));
  }

  #formed(members: readonly string[], level: number): FormedGroup {
    const problem = this.#levels[0]!;
    const group = { name: '', members };
    const [matched] = evaluate(problem, [group]).groups;
    const free = freeHours(problem, [group])[''] ?? null;
    return { members, level, matched: matched!, pairs: pairwise(problem, [group])[''] ?? [], free };
  }
}

/** Who is tied to others can be grouped only when they wait too. */
function wholeUnit({ students, units }: Problem, { id }: WaitingTicket, tickets: readonly WaitingTicket[]): boolean {
  const student = students.ids.indexOf(id);
  if (student === -1) return false;
  const unit = units.members[units.unitOf[student]!]!;
  return unit.length === 1 || unit.every((i) => tickets.some((ticket) => ticket.id === students.ids[i]));
}

const keepsRules = (problem: Problem, members: readonly string[]): boolean =>
  evaluate(problem, [{ name: '', members }]).hardViolations.length === 0;

/** The largest number of students, at most `n`, that splits into groups of these sizes; 0 where none does. */
function mostThatFit(n: number, { min, max }: GroupSize): number {
  for (let fits = n; fits >= min; fits--) if (Math.ceil(fits / max) <= Math.floor(fits / min)) return fits;
  return 0;
}

function rowsOf(table: SurveyTable, { students }: Problem, tickets: readonly WaitingTicket[]): SurveyTable {
  const rows = new Set(tickets.map(({ id }) => students.rows[students.ids.indexOf(id)]));
  return { ...table, rows: table.rows.filter(({ row }) => rows.has(row)), notices: [] };
}

function tryCompile(policy: QueuePolicy, table: SurveyTable): Problem | null {
  try {
    return compile(policy, table);
  } catch (error) {
    if (error instanceof PolicyError) return null;
    throw error;
  }
}

function inOrder(members: readonly string[], pool: readonly WaitingTicket[]): string[] {
  return pool.map(({ id }) => id).filter((id) => members.includes(id));
}
