import type { Criterion, Policy } from '@tailcamp/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, nameGroups } from '../evaluate.js';
import { EVERY_KIND, mixedTable } from '../fixtures/every-kind.js';
import { compile } from '../policy/compile.js';
import type { Problem } from '../problem.js';
import { makeTable } from '../survey/table.js';
import { scheduledMoves } from './budget.js';
import { cohortObjective, lifted } from './objective.js';
import type { Progress, Solved, SolveOptions } from './options.js';
import { Partition } from './partition.js';
import { Random } from './random.js';
import { searchSteps } from './search.js';
import { groupBounds } from './sizes.js';
import { Solution } from './solution.js';
import { solve } from './solve.js';

function problemOf(students: number, seed: number, policy: Partial<Policy> = {}) {
  const random = new Random(seed);
  const whole: Policy = { groupSize: { min: 3, max: 5 }, id: 'id', criteria: [...EVERY_KIND], ...policy };
  return compile(
    whole,
    mixedTable(students, () => random.next()),
  );
}

/** The general search, also where another regime would answer. */
function search(problem: Problem, options: SolveOptions): Solved {
  const steps = searchSteps(problem, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('every grouping', () => {
  it('holds each student once, in groups within the sizes where these can be had', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), sizes, fc.nat(), (students, [min, more], seed) => {
        const groupSize = { min, max: min + more };
        const problem = problemOf(students, seed, { groupSize, criteria: EVERY_KIND.slice(0, 8) });
        const { groups } = search(problem, { seed, moves: 400 });
        expect(groups.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: students }, (_, i) => i));
        if (groupBounds(problem) === null) return;
        for (const members of groups) {
          expect(members.length).toBeGreaterThanOrEqual(groupSize.min);
          expect(members.length).toBeLessThanOrEqual(groupSize.max);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for the same seed, whatever happened in between', () => {
    const criteria = EVERY_KIND.map(
      (criterion, c): Criterion => (c % 3 === 0 ? { ...criterion, hard: true } : criterion),
    );
    const run = (seed: number) => solve(problemOf(24, 5, { criteria }), { seed, moves: 3000 });
    const first = run(11);
    run(12);
    expect(run(11)).toEqual(first);
  });

  it('is reached by running sums that equal a fresh count', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom('harmonic' as const, 'mean' as const, 'maximin' as const),
        (seed, objective) => {
          const criteria = EVERY_KIND.map(
            (criterion, c): Criterion => (c % 2 === 0 ? { ...criterion, hard: true } : criterion),
          );
          const problem = problemOf(15, seed, {
            criteria: criteria.filter(({ kind }) => kind !== 'together'),
            objective,
          });
          const random = new Random(seed);
          const groups: number[][] = [[], [], [], []];
          for (let i = 0; i < 15; i++) groups[i % 4]!.push(i);
          const partition = new Partition(15, 4, 15);
          groups.forEach((members, g) => {
            for (const student of members) partition.change(g, -1, student);
          });
          const solution = new Solution(problem, partition);
          for (let step = 0; step < 40; step++) {
            const [a, b] = [random.below(15), random.below(15)];
            const [groupA, groupB] = [partition.groupOf[a]!, partition.groupOf[b]!];
            if (groupA === groupB) continue;
            if (step % 3 === 0) solution.move(a, groupB);
            else solution.swap(a, b);
          }
          const named = nameGroups(problem, partition.toGroups());
          const fresh = new Solution(problem, Partition.of(15, partition.toGroups()));
          expect(solution.cost / fresh.cost).toBeCloseTo(1, 6);
          expect(solution.broken).toBeCloseTo(fresh.broken, 6);
          const filled = named.filter(({ members }) => members.length > 0);
          expect(solution.objective()).toBeCloseTo(evaluate(problem, filled).objective, 6);
        },
      ),
      { numRuns: 40 },
    );
  });
});

const sorted = (groups: readonly (readonly number[])[]) =>
  groups.map((members) => [...members].sort((a, b) => a - b).join()).sort();

describe('students who are locked', () => {
  it('never move, whatever the criteria, hard or not', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 6, max: 30 }), fc.boolean(), (seed, mix, students, named) => {
        const criteria = EVERY_KIND.map(
          (criterion, c): Criterion => ((mix >> c) & 1 ? { ...criterion, hard: true } : criterion),
        );
        const bounds = { min: 2, max: 5 };
        const count = Math.ceil(students / 4);
        const groups = Array.from({ length: count }, (_, g) => ({ name: `G${g}`, ...bounds }));
        const problem = problemOf(
          students,
          seed,
          named ? { groupSize: undefined, groups, criteria } : { groupSize: bounds, criteria },
        );
        const random = new Random(seed);
        const order = Array.from({ length: students }, (_, i) => i);
        random.shuffle(order);
        const start = Array.from({ length: count }, (_, g) => order.filter((_student, at) => at % count === g));
        const locked = new Set(order.filter(() => random.next() < 0.4));
        const { groups: found } = search(problem, { seed, moves: 1500, start, locked });
        const held = (grouping: readonly (readonly number[])[]) =>
          grouping.map((members) => members.filter((student) => locked.has(student)));
        const filled = (grouping: readonly (readonly number[])[]) => grouping.filter((members) => members.length > 0);
        if (named)
          expect(held(found).map((members) => sorted([members]))).toEqual(
            held(start).map((members) => sorted([members])),
          );
        else expect(sorted(filled(held(found)))).toEqual(sorted(filled(held(start))));
        expect(found.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: students }, (_, i) => i));
      }),
      { numRuns: 60 },
    );
  });

  it('leave the others free to find their best', () => {
    const policy: Policy = {
      groupSize: { min: 3, max: 3 },
      id: 'id',
      criteria: [{ kind: 'gather', column: 'letter' }],
    };
    const problem = compile(policy, letters(12));
    const start = [
      [0, 1, 4],
      [8, 5, 9],
      [2, 3, 6],
      [7, 10, 11],
    ];
    const { groups } = solve(problem, { seed: 1, start, locked: new Set([0, 1]) });
    expect(groups).toContainEqual([2, 6, 10]);
    expect(groups).toContainEqual([3, 7, 11]);
    expect(groups.find((members) => members.includes(0))).toContain(1);
  });

  it('need groups to be locked in', () => {
    expect(() => search(problemOf(9, 1), { seed: 1, locked: new Set([1]) })).toThrow(RangeError);
  });
});

describe('named groups', () => {
  it('each keep their own bounds, and the empty ones their places', () => {
    const group = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 25 }),
        fc.nat(),
        (bounds, students, seed) => {
          const groups = bounds.map(([min, more], g) => ({ name: `G${g}`, min, max: Math.max(1, min + more) }));
          const problem = problemOf(students, seed, { groupSize: undefined, groups, criteria: EVERY_KIND.slice(0, 8) });
          const { groups: found } = search(problem, { seed, moves: 400 });
          expect(found).toHaveLength(groups.length);
          expect(found.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: students }, (_, i) => i));
          const { hardViolations } = evaluate(problem, nameGroups(problem, found));
          const sizes = hardViolations.filter(({ kind }) => kind === 'groupSize');
          expect(sizes.length > 0).toBe(groupBounds(problem) === null);
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('the objective', () => {
  it('is what its formula says, whatever the order of the groups', () => {
    const [scores, sizes] = [
      [0.5, 1, 0],
      [3, 4, 5],
    ];
    const harmonic = 12 / (3 / lifted(0.5) + 4 / lifted(1) + 5 / lifted(0));
    expect(cohortObjective('harmonic', scores, sizes)).toBeCloseTo(harmonic, 12);
    expect(cohortObjective('harmonic', [0, 0.5, 1], [5, 3, 4])).toBeCloseTo(harmonic, 12);
    expect(cohortObjective('mean', scores, sizes)).toBeCloseTo(5.5 / 12, 12);
    expect(cohortObjective('maximin', scores, sizes)).toBe(0);
    expect(cohortObjective('harmonic', [1, 1], [3, 4])).toBeCloseTo(1, 12);
  });
});

/** Students on a line; the best groups of 3 by gather are those of equal letters. */
const letters = (n: number) =>
  makeTable(
    ['id', 'letter'],
    Array.from({ length: n }, (_, i) => [`s${i}`, `${i % (n / 3)}`]),
  );

describe('a solve', () => {
  it.each(['harmonic', 'mean', 'maximin'] as const)('finds the perfect grouping by %s and stops there', (objective) => {
    const policy: Policy = {
      groupSize: { min: 3, max: 3 },
      id: 'id',
      objective,
      criteria: [{ kind: 'gather', column: 'letter' }],
    };
    const problem = compile(policy, letters(30));
    const solved = solve(problem, { seed: 3 });
    expect(solved.stoppedBy).toBe('optimal');
    for (const members of solved.groups) expect(new Set(members.map((i) => i % 10)).size).toBe(1);
  });

  it('keeps planted pairs together and apart, units whole, with sizes that leave no room', () => {
    const rows = Array.from({ length: 48 }, (_, i) => [
      `s${i}`,
      i % 8 === 0 ? `s${i + 1}` : '',
      i % 4 === 2 ? `s${(i + 12) % 48};s${(i + 4) % 48}` : '',
      i % 6 === 0 ? 'yes' : 'no',
    ]);
    const criteria: Criterion[] = [
      { kind: 'together', column: 'with', hard: true },
      { kind: 'apart', column: 'without', hard: true },
      { kind: 'notAlone', column: 'rare', value: 'yes', hard: true },
    ];
    const table = makeTable(['id', 'with', 'without', 'rare'], rows);
    const problem = compile({ groupSize: { min: 4, max: 4 }, id: 'id', criteria }, table);
    expect(problem.units.members.filter((unit) => unit.length === 2)).toHaveLength(6);
    for (const seed of [1, 2, 3]) {
      const { groups } = solve(problem, { seed });
      expect(evaluate(problem, nameGroups(problem, groups)).hardViolations).toEqual([]);
    }
  });

  it('never does worse than the groups it starts from', () => {
    const problem = problemOf(20, 9, { criteria: EVERY_KIND.slice(0, 6) });
    const start = solve(problem, { seed: 1, moves: 50 }).groups;
    const improved = solve(problem, { seed: 2, moves: 4000, start }).groups;
    const objective = (groups: readonly (readonly number[])[]) =>
      evaluate(problem, nameGroups(problem, groups)).objective;
    expect(objective(improved)).toBeGreaterThanOrEqual(objective(start));
    expect(improved.map((members) => members.length).sort()).not.toContain(2);
  });

  it('tells its progress, whose best never falls, and stops when asked', () => {
    const problem = problemOf(30, 4, { criteria: EVERY_KIND.slice(0, 6) });
    const seen: Progress[] = [];
    solve(problem, { seed: 1, moves: 30_000, onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toMatchObject({ phase: 'done', hardViolations: 0 });
    expect(seen.length).toBeGreaterThan(10);
    seen.slice(1).forEach((progress, k) => {
      expect(progress.best).toBeGreaterThanOrEqual(seen[k]!.best);
    });
    const stopped = solve(problem, { seed: 1, shouldStop: () => true });
    expect(stopped.moves).toBeLessThan(scheduledMoves(30) / 10);
    expect(stopped.groups.flat()).toHaveLength(30);
  });

  it('ends by the clock that it is given', () => {
    let now = 0;
    const solved = solve(problemOf(30, 4, { criteria: EVERY_KIND.slice(0, 6) }), {
      seed: 1,
      seconds: 1,
      clock: () => (now += 50),
    });
    expect(solved.stoppedBy).toBe('time');
    expect(solved.moves).toBeGreaterThan(1000);
  });
});
