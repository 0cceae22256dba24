import type { Criterion } from '@tailcamp/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERY_KIND, mixedTable } from '../fixtures/every-kind.js';
import { compile } from '../policy/compile.js';
import { Partition } from './partition.js';
import { Random } from './random.js';
import { Solution } from './solution.js';

describe('a remembered change', () => {
  it('comes to what a fresh look says, whatever has changed since', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = new Random(seed);
        const criteria = EVERY_KIND.map((one, c): Criterion => (c % 2 === 0 ? { ...one, hard: true } : one));
        const policy = { groupSize: { min: 1, max: 12 }, id: 'id', criteria };
        const problem = compile(
          { ...policy, criteria: criteria.filter(({ kind }) => kind !== 'together') },
          mixedTable(12, () => random.next()),
        );
        const solution = new Solution(problem, new Partition(12, 3, 12));
        for (let i = 0; i < 12; i++) solution.move(i, i % 3);
        solution.remember();
        const { groupOf } = solution.partition;
        for (let step = 0; step < 60; step++) {
          const [a, b] = [random.below(12), random.below(12)];
          const [from, to] = [groupOf[a]!, groupOf[b]!];
          if (from === to) continue;
          const fresh = Solution.of(problem, solution.partition.toGroups());
          for (const [group, out, into] of [
            [from, a, b],
            [to, b, a],
            [from, a, -1],
            [to, -1, a],
          ] as const) {
            solution.preview(group, out, into);
            fresh.preview(group, out, into);
            expect(solution.nextCost / fresh.nextCost || 1).toBeCloseTo(1, 6);
            expect(solution.nextBroken).toBeCloseTo(fresh.nextBroken, 6);
          }
          if (step % 3 === 0) solution.swap(a, b);
          else if (step % 7 === 0) solution.move(a, to);
        }
      }),
      { numRuns: 25 },
    );
  });
});
