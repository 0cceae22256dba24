import type { CriterionKind } from '@tailcamp/contracts';
import type { Problem } from '../problem.js';
import { NOBODY, Partition } from '../solve/partition.js';
import { Solution } from '../solve/solution.js';

/** A group that breaks one of these breaks it whoever else joins. */
const LASTING: ReadonlySet<CriterionKind> = new Set(['overlap', 'apart', 'gather', 'atMost']);

export interface Limits {
  readonly sets: number;
  /** Sets looked at, those that are too small or break a rule among them. */
  readonly looked: number;
}

/**
 * Every set of units that may be a group and keeps every hard rule, among `units`. Null
 * where there are more than the limits allow: then nothing follows from what was found.
 */
export function keepingSets(problem: Problem, units: readonly number[], limits: Limits): number[][] | null {
  const { members } = problem.units;
  const { min, max } = problem.size;
  const students = problem.students.ids.length;
  const open = (measures: Problem['measures']) =>
    new Solution({ ...problem, measures }, new Partition(students, 1, max));
  const whole = open(problem.measures.filter(({ hard }) => hard));
  const lasting = open(problem.measures.filter(({ hard, kind }) => hard && LASTING.has(kind)));
  const found: number[][] = [];
  let looked = 0;
  const chosen: number[] = [];
  const extend = (candidates: readonly number[], size: number): boolean => {
    for (let c = 0; c < candidates.length; c++) {
      const u = candidates[c]!;
      const unit = members[u]!;
      const grown = size + unit.length;
      if (grown > max) continue;
      if (++looked > limits.looked) return false;
      join(lasting, unit, 0);
      chosen.push(u);
      if (lasting.brokenIn(0) === 0) {
        join(whole, unit, 0);
        if (grown >= min && whole.brokenIn(0) === 0) found.push([...chosen]);
        const next = grown < max ? candidates.slice(c + 1).filter((v) => mayJoin(lasting, members[v]!)) : [];
        const within = found.length <= limits.sets && extend(next, grown);
        join(whole, unit, NOBODY);
        if (!within) return false;
      }
      join(lasting, unit, NOBODY);
      chosen.pop();
    }
    return true;
  };
  return extend(units, 0) ? found : null;
}

function join(solution: Solution, unit: readonly number[], group: number): void {
  for (const student of unit) solution.move(student, group);
}

/** Whether the rules that last are kept with one more; a unit of several is tried when its turn comes. */
function mayJoin(solution: Solution, unit: readonly number[]): boolean {
  if (unit.length > 1) return true;
  solution.preview(0, NOBODY, unit[0]!);
  return solution.nextBroken === 0;
}
