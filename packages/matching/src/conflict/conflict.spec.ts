import type { Criterion, GroupSize, Policy } from '@tailcamp/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteForce } from '../fixtures/brute-force.js';
import { EVERY_KIND, mixedTable } from '../fixtures/every-kind.js';
import { compile } from '../policy/compile.js';
import type { Problem } from '../problem.js';
import { report } from '../report.js';
import { Random } from '../solve/random.js';
import { solve } from '../solve/solve.js';
import { makeTable } from '../survey/table.js';
import { proveImpossible } from './proofs.js';

function conflictOf(columns: string[], rows: string[][], groupSize: GroupSize, criteria: Criterion[]) {
  const table = makeTable(
    ['id', ...columns],
    rows.map((cells, i) => [`s${i}`, ...cells]),
  );
  const problem = compile({ groupSize, id: 'id', criteria }, table);
  const result = report(problem, solve(problem, { seed: 1, moves: 5000 }), 0);
  expect(result.hardViolations.length).toBeGreaterThan(0);
  return { ...result.conflict, groups: result.groups };
}

const column = (n: number, cell: (i: number) => string) => Array.from({ length: n }, (_, i) => [cell(i)]);

describe('a conflict is proved by counting', () => {
  it('sizes that the number of students does not allow', () => {
    const conflict = conflictOf(
      [],
      column(7, () => ''),
      { min: 4, max: 4 },
      [],
    );
    expect(conflict).toMatchObject({ proved: true, criteria: ['groups of exactly 4'] });
    expect(conflict.groups.map(({ members }) => members.length).sort()).toEqual([3, 4]);
  });

  it('named groups with too few places, or more to fill than there are students', () => {
    const table = makeTable(
      ['id'],
      column(7, () => '').map((_, i) => [`s${i}`]),
    );
    const groups = [
      { name: 'Maps', min: 0, max: 2 },
      { name: 'Robots', min: 2, max: 4 },
    ];
    const problem = compile({ groups, id: 'id', criteria: [] }, table);
    const result = report(problem, solve(problem, { seed: 1 }), 0);
    expect(result.conflict).toMatchObject({ proved: true, criteria: ['2 named groups for 2 to 6 students'] });
    expect(result.hardViolations.map(({ group }) => group)).toHaveLength(1);
    const full = [
      { name: 'Maps', min: 4, max: 5 },
      { name: 'Robots', min: 4, max: 4 },
    ];
    const starved = compile({ groups: full, id: 'id', criteria: [] }, table);
    expect(report(starved, solve(starved, { seed: 1 }), 0).conflict?.proved).toBe(true);
  });

  it('one student of a value who may not be alone', () => {
    const rows = column(8, (i) => (i === 3 ? 'woman' : 'man'));
    const conflict = conflictOf(['g'], rows, { min: 4, max: 4 }, [
      { kind: 'notAlone', column: 'g', value: 'woman', hard: true },
    ]);
    expect(conflict).toMatchObject({ proved: true, members: ['s3'] });
    expect(conflict.criteria?.[0]).toContain('"woman"');
    expect(conflict.relaxation).toContain('only one student');
  });

  it('more of a value asked for than there is', () => {
    const criteria: Criterion[] = [{ kind: 'atLeast', column: 'g', value: 'yes', bound: 1, hard: true }];
    const conflict = conflictOf(
      ['g'],
      column(12, (i) => (i < 2 ? 'yes' : 'no')),
      { min: 4, max: 4 },
      criteria,
    );
    expect(conflict).toMatchObject({ proved: true, members: ['s0', 's1'] });
  });

  it('two who are to be together and apart', () => {
    const rows = Array.from({ length: 8 }, (_, i) => (i === 0 ? ['s1', 's1'] : ['', '']));
    const conflict = conflictOf(['with', 'without'], rows, { min: 4, max: 4 }, [
      { kind: 'together', column: 'with', hard: true },
      { kind: 'apart', column: 'without', hard: true },
    ]);
    expect(conflict).toMatchObject({ proved: true, members: ['s0', 's1'] });
    expect(conflict.criteria).toHaveLength(2);
  });

  it('more students to be together than a group holds', () => {
    const criteria: Criterion[] = [{ kind: 'together', column: 'team', hard: true }];
    const conflict = conflictOf(
      ['team'],
      column(12, (i) => (i < 6 ? 'red' : `other ${i}`)),
      { min: 3, max: 4 },
      criteria,
    );
    expect(conflict).toMatchObject({ proved: true, members: ['s0', 's1', 's2', 's3', 's4', 's5'] });
  });

  it('a student without free time', () => {
    const rows = column(8, (i) => (i === 2 ? '' : '9AM;10AM;11AM'));
    const conflict = conflictOf(['free'], rows, { min: 4, max: 4 }, [
      { kind: 'overlap', column: 'free', minBlocks: 2, hard: true },
    ]);
    expect(conflict).toMatchObject({ proved: true, members: ['s2'] });
  });

  it('a student whom rules together leave without companions', () => {
    // s0 is free when s1, s2 and s3 are, and is to be kept from all three.
    const rows = Array.from({ length: 8 }, (_, i) => [i < 4 ? '9AM' : '10AM', i === 0 ? 's1;s2;s3' : '']);
    const conflict = conflictOf(['free', 'without'], rows, { min: 4, max: 4 }, [
      { kind: 'overlap', column: 'free', minBlocks: 1, hard: true },
      { kind: 'apart', column: 'without', hard: true },
    ]);
    expect(conflict).toMatchObject({ proved: true, members: ['s0'] });
    expect(conflict.criteria).toHaveLength(3);
  });
});

describe('a conflict over named groups, skills and roles is proved', () => {
  const groups = [
    { name: 'Maps', min: 2, max: 3 },
    { name: 'Robots', min: 0, max: 3 },
    { name: 'Web', min: 0, max: 3 },
  ];
  const proofOf = (criterion: Criterion, columns: string[], rows: string[][], sizes: Partial<Policy> = { groups }) => {
    const table = makeTable(
      ['id', ...columns],
      rows.map((cells, i) => [`s${i}`, ...cells]),
    );
    return proveImpossible(compile({ ...sizes, id: 'id', criteria: [{ ...criterion, hard: true }] }, table));
  };
  const choices = ['Maps', 'Robots', 'Web'].map((name) => `choice [${name}]`);
  const ranked: Criterion = { kind: 'preference', columns: 'choice [*]' };

  it('more students than places in what they ranked', () => {
    const rows = Array.from({ length: 8 }, (_, i) => (i < 4 ? ['', '1', ''] : ['1', '', '2']));
    expect(proofOf(ranked, choices, rows)).toMatchObject({
      members: [0, 1, 2, 3],
      why: '4 students ranked only "Robots", with 3 places',
    });
    // Seven for two groups of three, though each of them alone has its places.
    const two = Array.from({ length: 8 }, (_, i) => (i < 7 ? ['1', '2', ''] : ['', '', '1']));
    expect(proofOf(ranked, choices, two)?.why).toBe('7 students ranked only "Maps", "Robots", with 6 places');
    const fits = Array.from({ length: 8 }, (_, i) => (i < 6 ? ['1', '2', ''] : ['', '', '1']));
    expect(proofOf(ranked, choices, fits)).toBeNull();
  });
  it('a group that too few ranked, and a student who ranked none', () => {
    const rows = Array.from({ length: 6 }, (_, i) => [i === 0 ? '1' : '', '1', '2']);
    expect(proofOf(ranked, choices, rows)?.why).toBe('"Maps" takes at least 2, 1 ranked it');
    const none = Array.from({ length: 6 }, (_, i) => (i === 5 ? ['', '', ''] : ['1', '2', '3']));
    expect(proofOf(ranked, choices, none)).toMatchObject({ members: [5], why: 'one student ranked no group' });
  });
  it('a skill that too few have', () => {
    const rows = Array.from({ length: 12 }, (_, i) => [i < 2 ? '4' : '1']);
    const sql: Criterion = { kind: 'cover', column: 'sql', required: { sql: 3 } };
    expect(proofOf(sql, ['sql'], rows, { groupSize: { min: 3, max: 4 } })).toMatchObject({ members: [0, 1] });
    expect(proofOf(sql, ['sql'], rows, { groupSize: { min: 3, max: 6 } })).toBeNull();
  });
  it('more of one wished role than groups, and groups larger than the roles', () => {
    const sizes = { groupSize: { min: 3, max: 4 } };
    const rows = Array.from({ length: 12 }, (_, i) => [i < 5 ? 'coder' : 'writer;tester']);
    const roles: Criterion = { kind: 'roles', column: 'role' };
    expect(proofOf(roles, ['role'], rows, sizes)).toMatchObject({ members: [0, 1, 2, 3, 4] });
    expect(proofOf(roles, ['role'], rows, { groupSize: { min: 4, max: 4 } })?.why).toContain('as many roles');
    expect(proofOf(roles, ['role'], [...rows.slice(1), ['']], sizes)?.why).toBe('one wishes no role');
  });
});

describe('a conflict that no counting argument shows', () => {
  // Half come in the morning and half in the evening, so groups must be split by time; women are 1 and 1.
  const rowsOf = (n: number) =>
    Array.from({ length: n }, (_, i) => [
      i < n / 2 ? '9AM' : '8PM',
      i === 0 || i === n - 1 ? 'woman' : 'man',
      i % 2 ? 'A' : 'B',
    ]);
  const criteria: Criterion[] = [
    { kind: 'spread', column: 'section', hard: true },
    { kind: 'overlap', column: 'free', minBlocks: 1, hard: true },
    { kind: 'notAlone', column: 'gender', value: 'woman', hard: true },
  ];

  it.each([
    [10, true],
    [60, false],
  ])('is, of %i students, an irreducible set of rules, proved: %s, with a way out', (students, proved) => {
    const rows = rowsOf(students);
    const conflict = conflictOf(['free', 'gender', 'section'], rows, { min: 4, max: 6 }, criteria);
    expect(conflict.proved).toBe(proved);
    expect(conflict.criteria?.join('; ')).toContain('common');
    expect(conflict.criteria?.join('; ')).toContain('"woman"');
    expect(conflict.criteria?.join('; ')).not.toContain('spread');
    expect(conflict.members?.some((id) => id === 's0' || id === `s${students - 1}`)).toBe(true);
    expect(conflict.relaxation).toMatch(/every other rule is kept if .* is dropped for s\d+.* in Group \d/);
  });

  it('is proved only where there is no grouping, and each of its rules is needed', () => {
    let proved = 0;
    const possible = (problem: Problem) => bruteForce(problem, () => true) !== null;
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 3, max: 7 }), (seed, students) => {
        const random = new Random(seed);
        const hard = EVERY_KIND.filter(({ kind }) => kind !== 'together' && random.next() < 0.3);
        const criteria = hard.map((criterion): Criterion => ({ ...criterion, hard: true }));
        const min = 1 + random.below(3);
        const policy: Policy = { groupSize: { min, max: min + random.below(3) }, id: 'id', criteria };
        const table = mixedTable(students, () => random.next());
        const problem = compile(policy, table);
        const { conflict, hardViolations } = report(problem, solve(problem, { seed: 1, moves: 2000 }), 0);
        expect(hardViolations.length > 0).toBe(!possible(problem));
        expect(conflict === undefined).toBe(hardViolations.length === 0);
        if (conflict === undefined || proveImpossible(problem) !== null) return;
        proved++;
        expect(conflict.proved).toBe(true);
        const named = problem.measures.filter(({ rule }) => conflict.criteria.includes(rule));
        expect(possible({ ...problem, measures: named })).toBe(false);
        for (const one of named) {
          expect(possible({ ...problem, measures: named.filter((other) => other !== one) })).toBe(true);
        }
      }),
      { numRuns: 60, seed: 3 },
    );
    expect(proved).toBeGreaterThan(2);
  });
});
