import type { Criterion, Objective, Policy } from '@tailcamp/contracts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { solveExactly } from '../exact/exact.js';
import { EVERY_KIND, mixedTable } from '../fixtures/every-kind.js';
import { loadLp } from '../lp/highs.js';
import { compile } from '../policy/compile.js';
import type { Problem } from '../problem.js';
import { report } from '../report.js';
import type { Solved } from '../solve/options.js';
import { Random } from '../solve/random.js';
import { searchSteps } from '../solve/search.js';
import { Solution } from '../solve/solution.js';
import { solve } from '../solve/solve.js';
import { boundSteps } from './bound.js';
import type { LpSolver } from './lp.js';

let lp: LpSolver;
beforeAll(async () => {
  lp = await loadLp();
});

function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const forever = () => Number.POSITIVE_INFINITY;

function mixOf(seed: number, objective: Objective, students: number): Problem {
  const random = new Random(seed);
  const criteria = EVERY_KIND.filter(() => random.next() < 0.25).map((criterion): Criterion => {
    const kind = random.next();
    if (kind < 0.15) return { ...criterion, hard: true };
    return kind < 0.3 ? { ...criterion, step: true } : { ...criterion, weight: 0.5 + random.next() };
  });
  const min = 2 + random.below(3);
  const policy: Policy = { groupSize: { min, max: min + random.below(3) }, id: 'id', objective, criteria };
  return compile(
    policy,
    mixedTable(students, () => random.next()),
  );
}

describe.each(['harmonic', 'mean', 'maximin'] as const)('the bound of %s', (objective) => {
  it('is never below the best there is, whatever the mix; and what it calls the best is', () => {
    let [bounded, proved] = [0, 0];
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 4, max: 11 }), fc.boolean(), (seed, students, withLp) => {
        const problem = mixOf(seed, objective, students);
        const best = solveExactly(problem)?.groups;
        if (best == null) return;
        const optimum = Solution.of(problem, best).objective();
        const found = finish(searchSteps(problem, { seed, moves: 200 }));
        const plain: Solved = { ...found, stoppedBy: 'moves' };
        const solved = finish(boundSteps(problem, plain, { seed, ...(withLp ? { lp } : {}) }, forever));
        if (solved.bound === undefined) return;
        bounded++;
        expect(solved.bound).toBeGreaterThan(optimum - 1e-6);
        const reached = Solution.of(problem, solved.groups);
        expect(reached.broken).toBe(0);
        expect(reached.objective()).toBeGreaterThan(Solution.of(problem, plain.groups).objective() - 1e-9);
        if (solved.stoppedBy !== 'optimal') return;
        proved++;
        expect(reached.objective()).toBeCloseTo(optimum, 5);
      }),
      { numRuns: 60 },
    );
    // That it was not for nothing; of 60 mixes some forty have a bound and a dozen a proof, as chance will have it.
    expect(bounded).toBeGreaterThan(9);
    if (objective !== 'maximin') expect(proved).toBeGreaterThan(1);
  });
});

/** Points on a circle: who stands near is alike. */
function circle(students: number, objective: Objective, criteria: Criterion[] = []): Problem {
  const random = new Random(9);
  const table = mixedTable(students, () => random.next());
  return compile(
    {
      groupSize: { min: 4, max: 4 },
      id: 'id',
      objective,
      criteria: [{ kind: 'similar', columns: 'v[*]' }, ...criteria],
    },
    table,
  );
}

describe('a class of forty', () => {
  it.each(['harmonic', 'mean'] as const)('is grouped as well as can be by %s, and that is proved', (objective) => {
    const problem = circle(40, objective);
    const result = report(problem, solve(problem, { seed: 1, moves: 20_000, lp }), 0);
    expect(result).toMatchObject({ stoppedBy: 'optimal', gap: 0, hardViolations: [] });
    const again = report(problem, solve(problem, { seed: 1, moves: 20_000, lp }), 0);
    expect(again).toEqual(result);
  });

  it('with criteria that say nothing of pairs has a bound, and hard rules that are kept', () => {
    const problem = circle(40, 'harmonic', [
      { kind: 'balance', column: 'age' },
      { kind: 'notAlone', column: 'gender', value: 'woman', hard: true },
    ]);
    const result = report(problem, solve(problem, { seed: 1, moves: 20_000, lp }), 0);
    expect(result.hardViolations).toEqual([]);
    expect(result.bound).toBeGreaterThanOrEqual(result.objective);
    expect(result.gap).toBeLessThan(0.1);
  });

  it('stops when asked, with what is known by then', () => {
    const problem = circle(40, 'mean');
    let asked = 0;
    const shouldStop = () => ++asked > 0;
    const found: Solved = {
      groups: Array.from({ length: 10 }, (_, g) => [0, 1, 2, 3].map((i) => 4 * g + i)),
      moves: 0,
      stoppedBy: 'moves',
      seed: 1,
    };
    const solved = finish(boundSteps(problem, found, { seed: 1, lp, shouldStop }, forever));
    expect(solved.bound).toBeGreaterThan(Solution.of(problem, solved.groups).objective());
  });

  it('says nothing of a grouping that breaks rules', () => {
    const problem = circle(40, 'mean', [{ kind: 'gather', column: 'section', hard: true }]);
    const result = report(problem, solve(problem, { seed: 1, moves: 2000, lp }), 0);
    expect(result.hardViolations).not.toEqual([]);
    expect(result).toMatchObject({ bound: null, gap: null });
  });
});
