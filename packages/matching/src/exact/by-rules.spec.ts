import type { Criterion, Policy } from '@tailcamp/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, nameGroups } from '../evaluate.js';
import { bruteForce } from '../fixtures/brute-force.js';
import { EVERY_KIND, mixedTable } from '../fixtures/every-kind.js';
import { compile } from '../policy/compile.js';
import type { Problem } from '../problem.js';
import { mend } from '../solve/mend.js';
import { Random } from '../solve/random.js';
import { Solution } from '../solve/solution.js';
import { solve } from '../solve/solve.js';
import { makeTable } from '../survey/table.js';
import { groupByRules } from './by-rules.js';

function hardMix(seed: number, students: number): Problem {
  const random = new Random(seed);
  const some = EVERY_KIND.filter(() => random.next() < 0.15);
  const criteria = some.map((criterion): Criterion => ({ ...criterion, hard: true }));
  const min = 1 + random.below(3);
  const policy: Policy = { groupSize: { min, max: min + random.below(3) }, id: 'id', criteria };
  return compile(
    policy,
    mixedTable(students, () => random.next()),
  );
}

/** Hours, languages and ties about a planted answer; at other hours hardly anybody is free. */
function planted(seed: number, students: number): Problem {
  const random = new Random(seed);
  const order = Array.from({ length: students }, (_, i) => i);
  random.shuffle(order);
  const rows: string[][] = [];
  for (let at = 0; at < students; at += 4) {
    const common = Array.from({ length: 3 }, () => random.below(60));
    const women = [0, 2, 4][random.below(3)]!;
    const language = ['en', 'es'][random.below(2)]!;
    for (let slot = 0; slot < 4; slot++) {
      const free = Array.from({ length: 60 }, (_, h) => h).filter((h) => common.includes(h) || random.next() < 0.12);
      const mate = at % 16 === 0 && slot === 0 ? `s${order[at + 1]}` : '';
      const gender = slot < women ? 'woman' : 'man';
      rows[order[at + slot]!] = [
        free.map((h) => `h${h}`).join(';'),
        gender,
        language,
        mate,
        `s${order[(at + 9) % students]}`,
      ];
    }
  }
  const criteria: Criterion[] = [
    { kind: 'overlap', column: 'free', minBlocks: 2, hard: true },
    { kind: 'notAlone', column: 'gender', value: 'woman', hard: true },
    { kind: 'gather', column: 'language', hard: true },
    { kind: 'together', column: 'mate', hard: true },
    { kind: 'apart', column: 'without', hard: true },
  ];
  const table = makeTable(
    ['id', 'free', 'gender', 'language', 'mate', 'without'],
    rows.map((cells, i) => [`s${i}`, ...cells]),
  );
  return compile({ groupSize: { min: 3, max: 5 }, id: 'id', criteria }, table);
}

describe('rules that leave few sets', () => {
  it('are kept, or proved not to go together, as brute force finds', () => {
    let [kept, never] = [0, 0];
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 8 }), (seed, students) => {
        const problem = hardMix(seed, students);
        const byRules = groupByRules(problem);
        if (byRules === null) return;
        const possible = bruteForce(problem, () => true) !== null;
        expect(byRules.groups).not.toBe('unknown');
        if (byRules.groups === 'never') {
          never++;
          expect(possible).toBe(false);
        } else if (typeof byRules.groups !== 'string') {
          kept++;
          expect(evaluate(problem, nameGroups(problem, byRules.groups)).hardViolations).toEqual([]);
        }
      }),
      { numRuns: 80, seed: 5 },
    );
    expect(Math.min(kept, never)).toBeGreaterThan(5);
  });

  it('are kept in every planted class, however few the hours', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const problem = planted(seed, 80);
      const { groups } = solve(problem, { seed, moves: 2000 });
      expect(evaluate(problem, nameGroups(problem, groups)).hardViolations).toEqual([]);
    }
  });
});

describe('what is left broken', () => {
  it('is mended among a few groups, and nothing else breaks', () => {
    let mended = 0;
    for (const seed of [1, 2, 3]) {
      const problem = planted(seed, 48);
      const kept = groupByRules(problem)?.groups;
      if (kept === undefined || typeof kept === 'string') throw new Error('nothing planted');
      const [first, second, ...others] = kept.map((members) => [...members]);
      const broken = [[second![0]!, ...first!.slice(1)], [first![0]!, ...second!.slice(1)], ...others];
      const before = Solution.of(problem, broken).broken;
      const groups = mend(problem, broken, seed, () => 1);
      expect(before).toBeGreaterThan(0);
      if (groups === null) continue;
      mended++;
      expect(Solution.of(problem, groups).broken).toBeLessThan(before);
      expect(groups.flat().sort((a, b) => a - b)).toEqual([...problem.students.ids.keys()]);
    }
    expect(mended).toBeGreaterThan(0);
  });
});
