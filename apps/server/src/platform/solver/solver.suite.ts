import type { Policy } from '@tailcamp/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Cohort, SolveProgress, Solver } from './index.js';
import { SolverRefusal } from './index.js';

const INTERESTS = ['music', 'chess', 'robots', 'films'];

/** Students whose interests, level and gender come round at different paces. */
export function cohortOf(students: number): Cohort {
  const rows = Array.from({ length: students }, (_, i) => [
    `m${i}`,
    `Student ${i}`,
    [INTERESTS[i % 4], INTERESTS[(i * 3 + 1) % 4]].join(';'),
    String(1 + ((i * 7) % 5)),
    i % 3 === 0 ? 'Woman' : 'Man',
  ]);
  return { columns: ['Member id', 'Name', 'Interests', 'Level', 'Gender'], rows, idColumn: 'Member id' };
}

export const POLICY: Policy = {
  groupSize: { min: 4, max: 4 },
  criteria: [
    { kind: 'similar', column: 'Interests' },
    { kind: 'balance', column: 'Level' },
    { kind: 'notAlone', column: 'Gender', value: 'Woman', hard: true, private: true },
  ],
};

/** What every adapter of the port does, whoever forms the groups. */
export function solverSuite(name: string, open: () => Promise<Solver>): void {
  describe(name, () => {
    let solver: Solver;
    beforeAll(async () => {
      solver = await open();
    }, 180_000);
    const solve = (seed: number, onProgress: (progress: SolveProgress) => void = () => {}, signal?: AbortSignal) =>
      solver.solve(
        { policy: POLICY, cohort: cohortOf(60), seed },
        { onProgress, signal: signal ?? new AbortController().signal },
      );

    describe('solve', () => {
      it('puts every student in one group, keeps the rules, and says how well each two fit', async () => {
        const { report, pairs } = await solve(1);
        expect(report.hardViolations).toEqual([]);
        expect(report.groups).toHaveLength(15);
        expect(report.groups.flatMap(({ members }) => members).sort()).toEqual(
          cohortOf(60)
            .rows.map(([id]) => id)
            .sort(),
        );
        expect(Object.keys(pairs)).toEqual(report.groups.map(({ name }) => name));
        expect(pairs['Group 1']).toHaveLength(4);
        expect(pairs['Group 1']?.[2]?.[2]).toBe(1);
      });

      it('gives the same answer for the same seed', async () => {
        const [{ report: one, solver: by }, { report: other }] = await Promise.all([solve(7), solve(7)]);
        expect({ ...one, seconds: 0 }).toEqual({ ...other, seconds: 0 });
        expect(one.engine).toBe(by.engine);
      });

      it('tells its progress from the first to the last, at most ten times a second', async () => {
        const told: SolveProgress[] = [];
        const { report } = await solve(1, (progress) => told.push(progress));
        expect(told[0]).toMatchObject({ phase: 'preparing', moves: 0 });
        expect(told.at(-1)).toMatchObject({
          moves: report.moves,
          // While it searches the engine counts likeness in single precision.
          best: expect.closeTo(report.objective, 6),
          hardViolations: 0,
        });
        expect(told.length).toBeLessThanOrEqual(3 + 10 * report.seconds);
      });

      it('stops at once when it is aborted', async () => {
        const controller = new AbortController();
        const reason = new Error('cancelled by the instructor');
        const solving = solve(1, () => controller.abort(reason), controller.signal);
        await expect(solving).rejects.toBe(reason);
        await expect(solve(1, () => {}, controller.signal)).rejects.toBe(reason);
      });

      it('refuses a policy that the cohort cannot fill, in a sentence', async () => {
        const policy: Policy = { ...POLICY, criteria: [{ kind: 'similar', column: 'Hobbies' }] };
        const input = { policy, cohort: cohortOf(8), seed: 1 };
        const solving = solver.solve(input, { onProgress: () => {}, signal: new AbortController().signal });
        await expect(solving).rejects.toThrow(SolverRefusal);
        await expect(solving).rejects.toThrow(/Hobbies/);
      });
    });

    describe('check', () => {
      it('finds nothing wrong with a good policy, and tells what was asked', async () => {
        const { fields, impossible, columns } = await solver.check(POLICY, cohortOf(60));
        expect({ fields, impossible }).toEqual({ fields: [], impossible: null });
        expect(columns.map(({ name }) => name)).toEqual(['Name', 'Interests', 'Level', 'Gender']);
      });

      it('names the field of a column that nobody answered', async () => {
        const policy: Policy = { ...POLICY, criteria: [...POLICY.criteria, { kind: 'diverse', column: 'Major' }] };
        const { fields } = await solver.check(policy, cohortOf(60));
        expect(fields).toEqual([{ field: 'policy.criteria.3.column', message: expect.stringContaining('Major') }]);
      });

      it('proves that sizes cannot be had', async () => {
        const { impossible } = await solver.check({ ...POLICY, groupSize: { min: 4, max: 4 } }, cohortOf(7));
        expect(impossible?.rules).toEqual(['groups of exactly 4']);
        expect(impossible?.why).toMatch(/7 students/);
      });
    });

    it('proposes a policy that its own check accepts', async () => {
      const cohort = cohortOf(60);
      const { policy } = await solver.propose(cohort);
      expect(policy.criteria.length).toBeGreaterThan(1);
      expect(policy).not.toHaveProperty('id');
      expect((await solver.check(policy, cohort)).fields).toEqual([]);
    });
  });
}
