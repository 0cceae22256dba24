import type { Measure } from '../criteria/measure.js';
import { showSizes } from '../evaluate.js';
import type { Problem } from '../problem.js';
import { groupBounds } from '../solve/sizes.js';

/** Why no assignment at all keeps these rules. */
export interface Proof {
  /** The rules that cannot be kept together, in words. */
  readonly rules: readonly string[];
  /** The measures among them, so that they can be eased; none when sizes alone are at fault. */
  readonly measures: readonly Measure[];
  readonly members: readonly number[];
  readonly why: string;
}

/** Counting arguments, cheapest first. Null proves nothing: there may still be no such assignment. */
export function proveImpossible(problem: Problem): Proof | null {
  const hard = problem.measures.filter((measure) => measure.hard);
  const sizes = showSizes(problem);
  const bounds = groupBounds(problem);
  if (bounds === null) {
    const why = `${problem.students.ids.length} students cannot be split into ${sizes}`;
    return { rules: [sizes], measures: [], members: [], why };
  }
  for (const measure of hard) {
    const impossible = measure.impossible?.(bounds) ?? null;
    if (impossible !== null) return { rules: [measure.rule, sizes], measures: [measure], ...impossible };
  }
  return unitTooLarge(problem, sizes) ?? unitAtOdds(problem) ?? tooFewCompanions(problem, sizes);
}

function unitTooLarge({ units, size, measures }: Problem, sizes: string): Proof | null {
  const unit = units.members.find((members) => members.length > size.max);
  if (unit === undefined) return null;
  const ties = measures.filter((measure) => measure.hard && measure.kind === 'together');
  const why = `${unit.length} students are to be together`;
  return { rules: [...ties.map(({ rule }) => rule), sizes], measures: ties, members: unit, why };
}

/** Two of one unit who may not share a group. */
function unitAtOdds({ units, measures }: Problem): Proof | null {
  const ties = measures.filter((measure) => measure.hard && measure.kind === 'together');
  for (const measure of measures) {
    if (!measure.hard || measure.canShare === undefined) continue;
    for (const unit of units.members) {
      for (const a of unit) {
        const b = unit.find((other) => other > a && measure.canShare?.(a, other) === false);
        if (b === undefined) continue;
        const rules = [...ties.map(({ rule }) => rule), measure.rule];
        return {
          rules,
          measures: [...ties, measure],
          members: [a, b],
          why: 'two who are to be together cannot share a group',
        };
      }
    }
  }
  return null;
}

/** A student with whom fewer than `min` − 1 others can share a group under the rules that two people can break. */
function tooFewCompanions({ students, size, measures }: Problem, sizes: string): Proof | null {
  const rules = measures.filter((measure) => measure.hard && measure.canShare !== undefined);
  if (rules.length === 0) return null;
  const n = students.ids.length;
  const enough = size.min - 1;
  /** Counts no further than `enough`: nearly everybody has that many among the first few. */
  const companions = (i: number, kept: readonly Measure[]) => {
    let count = 0;
    for (let j = 0; j < n && count < enough; j++) {
      if (j !== i && kept.every((measure) => measure.canShare?.(i, j) !== false)) count++;
    }
    return count;
  };
  for (let i = 0; i < n; i++) {
    if (companions(i, rules) >= enough) continue;
    let needed = rules;
    for (const rule of rules) {
      const without = needed.filter((other) => other !== rule);
      if (companions(i, without) < enough) needed = without;
    }
    const others = companions(i, needed);
    const why = `${students.names[i]} can share a group with ${others === 0 ? 'nobody' : `only ${others}`}`;
    return { rules: [...needed.map(({ rule }) => rule), sizes], measures: needed, members: [i], why };
  }
  return null;
}
