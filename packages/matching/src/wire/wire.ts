import type { SolverProblem } from '@tailcamp/contracts';
import type { Problem } from '../problem.js';

/** A problem as numbers alone, for a solver outside this program: nothing in it tells of a person. */
export function wire({ students, size, named, objective, measures }: Problem): SolverProblem {
  return {
    students: students.ids.length,
    sizes: named === null ? { each: bounds(size) } : { groups: named.map(bounds) },
    objective,
    criteria: measures.map((measure) => {
      const { hard, weight, step } = measure;
      return { ...measure.wire(), hard, weight, step };
    }),
  };
}

const bounds = ({ min, max }: { min: number; max: number }) => ({ min, max });
