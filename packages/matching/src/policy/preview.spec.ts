import type { Criterion } from '@tailcamp/contracts';
import { describe, expect, it } from 'vitest';
import { EVERY_NAMED_KIND, mixedTable, projects } from '../fixtures/every-kind.js';
import { Random } from '../solve/random.js';
import { makeTable } from '../survey/table.js';
import { compile } from './compile.js';
import { previewPolicy } from './preview.js';

const broughtTo = (criterion: Criterion, cells: readonly (readonly string[])[], columns: readonly string[]) => {
  const table = makeTable(
    ['id', ...columns],
    cells.map((row, i) => [`s${i}`, ...row]),
  );
  const sizes = criterion.kind === 'preference' ? { groups: projects(0, 9) } : { groupSize: { min: 1, max: 9 } };
  return previewPolicy(compile({ ...sizes, id: 'id', criteria: [criterion] }, table)).criteria[0]?.brings;
};

describe('what students bring to a criterion', () => {
  it.each<[string, Criterion, string[][], unknown]>([
    [
      'values',
      { kind: 'spread', column: 'x' },
      [['a'], ['A'], ['b'], ['']],
      [
        ['a', 2],
        ['b', 1],
        ['no answer', 1],
      ],
    ],
    [
      'tags',
      { kind: 'similar', column: 'x' },
      [['ai;web'], ['ai'], ['web;ai']],
      [
        ['ai', 3],
        ['web', 2],
      ],
    ],
    [
      'few numbers',
      { kind: 'balance', column: 'x' },
      [['2'], ['10'], ['2'], ['']],
      [
        ['2', 2],
        ['10', 1],
      ],
    ],
    [
      'many numbers',
      { kind: 'balance', column: 'x' },
      Array.from({ length: 11 }, (_, i) => [String(i * 10)]),
      [
        ['0–20', 2],
        ['20–40', 2],
        ['40–60', 2],
        ['60–80', 2],
        ['80–100', 3],
      ],
    ],
    ['levels', { kind: 'cover', column: 'x', required: { x: 3 } }, [['3'], ['5'], ['2'], ['']], [['x ≥ 3', 2]]],
    [
      'roles',
      { kind: 'roles', column: 'x' },
      [['coder;tester'], ['coder'], ['']],
      [
        ['coder', 2],
        ['tester', 1],
      ],
    ],
    [
      'hours',
      { kind: 'overlap', column: 'x' },
      [['9AM;10AM'], ['10AM'], ['10AM']],
      [
        ['10–11', 3],
        ['9–10', 1],
      ],
    ],
    ['ties', { kind: 'apart', column: 'x' }, [['s1'], [''], ['']], [['with somebody to be kept apart from', 2]]],
  ])('%s', (_what, criterion, cells, expected) => {
    expect(broughtTo(criterion, cells, ['x'])?.map(({ label, students }) => [label, students])).toEqual(expected);
  });

  it('first choices', () => {
    const columns = ['Atlas', 'Bridge', 'Canal', 'Dune'].map((name) => `choice [${name}]`);
    const cells = [
      ['1', '2', '', ''],
      ['1', '', '', '2'],
      ['', '1', '', ''],
    ];
    expect(broughtTo({ kind: 'preference', columns: 'choice [*]' }, cells, columns)).toEqual([
      { label: 'Atlas', students: 2 },
      { label: 'Bridge', students: 1 },
      { label: 'Canal', students: 0 },
      { label: 'Dune', students: 0 },
    ]);
  });
});

it('a preview scores every criterion of a short trial, and says of each rule alone that it cannot hold', () => {
  const random = new Random(3);
  const table = mixedTable(24, () => random.next());
  const never: Criterion = { kind: 'cover', columns: 'skill[*]', required: { web: 99 }, hard: true };
  const policy = { groups: projects(2, 8), id: 'id', criteria: [...EVERY_NAMED_KIND, never] };
  const { criteria, trial } = previewPolicy(compile(policy, table));
  expect(trial).toMatchObject({ groups: 4, broken: 4 });
  for (const { score, holds, brings } of criteria) {
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
    expect(holds).toBeLessThanOrEqual(4);
    expect(brings.length).toBeLessThanOrEqual(12);
  }
  expect(criteria.at(-1)).toMatchObject({ impossible: '4 groups need one with web 99 each, there are 0', holds: 0 });
});
