import type { Criterion, Objective, Policy } from '@tailcamp/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate.js';
import { bruteForce } from '../fixtures/brute-force.js';
import { EVERY_KIND, EVERY_NAMED_KIND, mixedTable, projects } from '../fixtures/every-kind.js';
import { compile } from '../policy/compile.js';
import type { Problem } from '../problem.js';
import { report } from '../report.js';
import { Random } from '../solve/random.js';
import { solve } from '../solve/solve.js';
import { solveExactly } from './exact.js';

const OBJECTIVES = ['harmonic', 'mean', 'maximin'] as const;

/** A random mix of criteria, some hard, over groups that are alike or named. */
function mixOf(seed: number, objective: Objective, students: number, named: boolean): Problem {
  const random = new Random(seed);
  const criteria = (named ? EVERY_NAMED_KIND : EVERY_KIND)
    .filter(() => random.next() < 0.3)
    .map((criterion): Criterion => {
      const kind = random.next();
      if (kind < 0.3) return { ...criterion, hard: true };
      return kind < 0.45 ? { ...criterion, step: true } : { ...criterion, weight: 0.5 + random.next() };
    });
  const min = 1 + random.below(4);
  const size = { min, max: min + random.below(4) };
  const groups = projects(0, 0)
    .slice(0, 3)
    .map(({ name }) => {
      const least = random.below(3);
      return { name, min: least, max: least + 1 + random.below(4) };
    });
  const policy: Policy = { ...(named ? { groups } : { groupSize: size }), id: 'id', objective, criteria };
  return compile(
    policy,
    mixedTable(students, () => random.next()),
  );
}

const FREE = { stays: () => true, options: {} };

/** Some students locked in a start of three groups. */
function lockSome(seed: number, problem: Problem) {
  const random = new Random(seed);
  const students = [...problem.students.ids.keys()];
  const start: number[][] = [[], [], []];
  for (const unit of problem.units.members) start[random.below(3)]!.push(...unit);
  const locked = new Set(students.filter(() => random.next() < 0.2));
  // Who is tied to a locked student by a hard `together` is locked too.
  const held = (student: number) => problem.units.members[problem.units.unitOf[student]!]!.some((i) => locked.has(i));
  const lockedIn = start.map((members) => members.filter(held));
  const stays = (members: readonly number[], place: number) => {
    const inside = members.filter(held).sort((a, b) => a - b);
    if (problem.named !== null) return `${inside}` === `${lockedIn[place]!.sort((a, b) => a - b)}`;
    return inside.length === 0 || lockedIn.some((all) => `${inside}` === `${all.sort((a, b) => a - b)}`);
  };
  return { stays, options: { start, locked } };
}

describe('a small cohort', () => {
  it.each(OBJECTIVES)('gets the answer of brute force by %s, for any mix of criteria', (objective) => {
    let [possible, impossible] = [0, 0];
    const shape = fc.record({ students: fc.integer({ min: 1, max: 8 }), named: fc.boolean(), locks: fc.boolean() });
    fc.assert(
      fc.property(fc.nat(), shape, (seed, { students, named, locks }) => {
        const problem = mixOf(seed, objective, students, named);
        const { stays, options } = locks ? lockSome(seed, problem) : FREE;
        const best = bruteForce(problem, stays);
        if (best === null) {
          impossible++;
          // Null where the sizes cannot be had at all.
          expect(solveExactly(problem, options)?.groups ?? null).toBeNull();
          return;
        }
        possible++;
        const result = report(problem, solve(problem, { seed: 1, ...options }), 0);
        expect(result).toMatchObject({ stoppedBy: 'optimal', gap: 0, hardViolations: [] });
        expect(result.bound).toBe(result.objective);
        expect(result.objective).toBeCloseTo(best.objective, 6);
        const harmonic = evaluate({ ...problem, objective: 'harmonic' }, result.groups).objective;
        if (objective === 'maximin') expect(harmonic).toBeCloseTo(best.tie, 6);
      }),
      { numRuns: 60 },
    );
    expect(Math.min(possible, impossible)).toBeGreaterThan(5);
  });

  it.each(OBJECTIVES)('of ten students, and by %s, too', (objective) => {
    const problem = mixOf(4, objective, 10, false);
    const best = bruteForce(problem, FREE.stays);
    const result = report(problem, solve(problem, { seed: 1 }), 0);
    expect(result.hardViolations).toEqual([]);
    expect(result.objective).toBeCloseTo(best?.objective ?? Number.NaN, 6);
  });
});

describe('a cohort of up to twenty', () => {
  const likeness: Criterion[] = [{ kind: 'similar', columns: 'v[*]' }];
  it.each([
    [20, 4, 4],
    [20, 10, 10],
    [16, 3, 5],
  ])('of %i, in groups of %i to %i, is grouped as well as can be', (students, min, max) => {
    const random = new Random(3);
    const problem = compile(
      { groupSize: { min, max }, id: 'id', criteria: likeness },
      mixedTable(students, () => random.next()),
    );
    const result = report(problem, solve(problem, { seed: 1 }), 0);
    expect(result).toMatchObject({ stoppedBy: 'optimal', gap: 0 });
  });

  it('of 20, in groups of any size, is left to the search, which claims nothing', () => {
    const random = new Random(3);
    const problem = compile(
      { groupSize: { min: 1, max: 20 }, id: 'id', criteria: [...EVERY_KIND.slice(2, 6)] },
      mixedTable(20, () => random.next()),
    );
    expect(solveExactly(problem)).toBeNull();
    expect(report(problem, solve(problem, { seed: 1, moves: 500 }), 0).stoppedBy).toBe('moves');
  });
});
