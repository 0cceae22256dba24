import type { HardViolation, MatchedGroup, Policy, RunInput } from '@tailcamp/contracts';
import {
  compile,
  type Evaluation,
  evaluate,
  makeTable,
  type NamedGroup,
  type Place,
  type Problem,
  type Progress,
  placesFor,
  type Rest,
  reevaluate,
  restOf,
  solveSteps,
} from '@tailcamp/matching';

/** What an edit would come to; of the groups only those that it changes. */
export interface Preview {
  objective: number;
  worst: number;
  hardViolations: readonly HardViolation[];
  groups: readonly MatchedGroup[];
}

/** A run opened for editing: its students and a policy compiled once, and the scores of the groups as they stand. */
export class Desk {
  readonly problem: Problem;
  #standing: Evaluation | null = null;

  /** @throws PolicyError for a policy that the students of the run cannot fill */
  constructor({ columns, rows, idColumn }: RunInput, policy: Policy) {
    this.problem = compile({ ...policy, id: idColumn }, makeTable(columns, rows));
  }

  /** Scores groups and takes them for those that stand. */
  score(groups: readonly NamedGroup[]): Evaluation {
    this.#standing = this.#evaluate(groups);
    return this.#standing;
  }

  /** Scores groups beside those that stand. */
  preview(groups: readonly NamedGroup[]): Preview {
    const known = new Set(this.#standing?.groups);
    const { groups: matched, ...cohort } = this.#evaluate(groups);
    return { ...cohort, groups: matched.filter((group) => !known.has(group)) };
  }

  /** For each member of a group the best other places; see `placesFor`. */
  places(groups: readonly NamedGroup[], name: string, locked: readonly string[], most: number): [string, Place[]][] {
    return [...placesFor(this.problem, groups, name, { locked: new Set(locked), most })];
  }

  /** Solves whatever is not locked; each step tells how far it is. */
  *solve(rest: Rest, seed: number): Generator<Progress, NamedGroup[]> {
    const { problem, options, groupsOf } = restOf(this.problem, rest);
    return groupsOf(yield* solveSteps(problem, { ...options, seed }));
  }

  #evaluate(groups: readonly NamedGroup[]): Evaluation {
    return this.#standing === null ? evaluate(this.problem, groups) : reevaluate(this.problem, this.#standing, groups);
  }
}
