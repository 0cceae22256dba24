import type { Criterion, PolicyGroup } from '@tailcamp/contracts';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate.js';
import { compile } from '../policy/compile.js';
import { makeTable } from '../survey/table.js';

/** Scores one criterion for groups of row numbers from 0. */
function scores(
  columns: readonly string[],
  rows: readonly string[][],
  criterion: Criterion,
  groups: number[][],
  named?: PolicyGroup[],
) {
  const table = makeTable(
    ['id', ...columns],
    rows.map((cells, i) => [`s${i}`, ...cells]),
  );
  const sizes = named === undefined ? { groupSize: { min: 1, max: 20 } } : { groups: named };
  const problem = compile({ ...sizes, id: 'id', criteria: [criterion] }, table);
  // One by one, for a student can be in one group only.
  return groups.map((members, g) => {
    const group = { name: named?.[g]?.name ?? 'Group 1', members: members.map((i) => `s${i}`) };
    return evaluate(problem, [group]).groups[0]!.criteria[0]!;
  });
}

const column = (...cells: string[]) => cells.map((cell) => [cell]);
const only = (found: readonly { score: number }[]) => found[0]!.score;

describe('similar', () => {
  const rows = [
    ['1', '0'],
    ['0', '1'],
    ['1', '1'],
    ['-1', '0'],
    ['', ''],
  ];
  const vector: Criterion = { kind: 'similar', columns: ['x', 'y'] };
  it('is the mean pairwise cosine, never below 0, and 1 for one alone', () => {
    expect(only(scores(['x', 'y'], rows, vector, [[0, 1, 2]]))).toBeCloseTo((0 + Math.SQRT1_2 + Math.SQRT1_2) / 3, 6);
    expect(only(scores(['x', 'y'], rows, vector, [[0, 3]]))).toBe(0);
    expect(only(scores(['x', 'y'], rows, vector, [[3]]))).toBe(1);
  });
  it('leaves out who gave no number', () => {
    expect(only(scores(['x', 'y'], rows, vector, [[0, 2, 4]]))).toBeCloseTo(Math.SQRT1_2, 6);
  });
  it('takes lists as sets of tags, a tag of one student included, and a blank as a tag of its own', () => {
    const tags = column('ai;web', 'AI', 'chess;ai', '', '');
    const criterion: Criterion = { kind: 'similar', column: 'topics' };
    expect(only(scores(['topics'], tags, criterion, [[0, 1]]))).toBeCloseTo(Math.SQRT1_2, 6);
    expect(only(scores(['topics'], tags, criterion, [[0, 2]]))).toBeCloseTo(0.5, 6);
    expect(only(scores(['topics'], tags, criterion, [[3, 4]]))).toBeCloseTo(1, 6);
    expect(only(scores(['topics'], tags, criterion, [[0, 3]]))).toBe(0);
    expect(only(scores(['topics'], tags, { kind: 'diverse', column: 'topics' }, [[0, 2]]))).toBeCloseTo(0.5, 6);
  });
});

describe('cover', () => {
  const levels = [
    ['4. Often', '1'],
    ['2', '5'],
    ['', '3'],
  ];
  const criterion: Criterion = { kind: 'cover', columns: 'Level of [*]', required: { SQL: 4, web: 5 } };
  it('is the mean over the skills of the highest level by what is required, at most 1', () => {
    const found = scores(['Level of [sql]', 'Level of [Web]'], levels, criterion, [[0, 1], [0, 2], [2]]);
    expect(found.map(({ score }) => score)).toEqual([1, (1 + 3 / 5) / 2, (0 + 3 / 5) / 2]);
    expect(found.map(({ satisfied }) => satisfied)).toEqual([true, false, false]);
    expect(found[1]?.evidence).toBe('SQL 4 of 4; web 3 of 5');
  });
  it('takes whole columns as skills, several of one skill together', () => {
    const columns: Criterion = { kind: 'cover', columns: ['sql', 'web'], required: { web: 5 } };
    expect(only(scores(['sql', 'web'], levels, columns, [[0, 2]]))).toBe(3 / 5);
    const twice: Criterion = { kind: 'cover', columns: ['self [*]', 'test [*]'], required: { web: 5 } };
    expect(only(scores(['self [web]', 'test [web]'], levels, twice, [[0]]))).toBe(4 / 5);
  });
  it('takes a listed skill as level 1', () => {
    const tags: Criterion = { kind: 'cover', column: 'skills', required: { 'c++': 1, maps: 2 } };
    expect(only(scores(['skills'], column('C++; maps', 'c', ''), tags, [[0, 1]]))).toBe((1 + 1 / 2) / 2);
  });
});

describe('preference', () => {
  const named = ['Maps', 'Robots'].map((name) => ({ name, min: 0, max: 9 }));
  const columns = ['projectPreference[Maps]', 'projectPreference[Robots]', 'projectPreference[Web]'];
  const rows = [
    ['1', '2', '3'],
    ['2', '1', '3'],
    ['3', '2', '1'],
    ['', '', '1'],
  ];
  const criterion: Criterion = { kind: 'preference', columns: 'projectPreference[*]' };
  const groups = [
    [0, 1],
    [2, 3],
  ];
  it('is the mean of (R − rank) ÷ (R − 1), unranked 0', () => {
    const found = scores(columns, rows, criterion, groups, named);
    expect(found.map(({ score }) => score)).toEqual([(1 + 1 / 2) / 2, (1 / 2 + 0) / 2]);
    expect(found.map(({ satisfied }) => satisfied)).toEqual([true, false]);
    expect(found.map(({ evidence }) => evidence)).toEqual([
      '1 got choice 1, 1 got choice 2',
      '1 got choice 2, 1 did not rank it',
    ]);
  });
  it('is the same for ranks from 0, with gaps, in words, and from the highest if that is the best', () => {
    const expected = scores(columns, rows, criterion, groups, named).map(({ score }) => score);
    const written = (as: Record<string, string>) => rows.map((cells) => cells.map((cell) => as[cell] ?? ''));
    const scored = (as: Record<string, string>, more: Partial<Criterion> = {}) =>
      scores(columns, written(as), { ...criterion, ...more } as Criterion, groups, named).map(({ score }) => score);
    expect(scored({ 1: '0', 2: '1', 3: '2' })).toEqual(expected);
    expect(scored({ 1: '10', 2: '20', 3: '40' })).toEqual(expected);
    expect(scored({ 1: '1st choice', 2: '2nd choice', 3: 'Third choice' })).toEqual(expected);
    expect(scored({ 1: '5', 2: '4', 3: '1' }, { best: 'high' })).toEqual(expected);
  });
  it('is 1 for whoever ranked it where there is a single rank', () => {
    const one = [
      ['1', ''],
      ['', '1'],
      ['1', '1'],
    ];
    const found = scores(columns.slice(0, 2), one, criterion, [[0, 1, 2]], named);
    expect(only(found)).toBe(2 / 3);
  });
  it('needs named groups', () => {
    expect(() => scores(columns, rows, criterion, groups)).toThrow(/named groups/);
  });
});

describe('roles', () => {
  it('is the largest matching of members to distinct wished roles by n', () => {
    const wishes = column('coder;writer', 'Coder', 'writer, coder', '', 'tester');
    const found = scores(['role'], wishes, { kind: 'roles', column: 'role' }, [[0, 1], [0, 1, 2], [0, 3], [4], [3]]);
    expect(found.map(({ score }) => score)).toEqual([1, 2 / 3, 1 / 2, 1, 0]);
    expect(found.map(({ satisfied }) => satisfied)).toEqual([true, false, false, true, false]);
    expect(found[1]?.evidence).toBe('2 of 3 get a role they wish: coder, writer');
  });
  it('finds a matching that needs everybody to give way', () => {
    const wishes = column('a;b', 'a;c', 'a;d', 'a');
    expect(only(scores(['role'], wishes, { kind: 'roles', column: 'role' }, [[0, 1, 2, 3]]))).toBe(1);
  });
});

describe('balance', () => {
  const grades = column('10', '20', '30', '40', '');
  const [mean, deviation] = [25, Math.sqrt(125)];
  it('is 1 less the distance of the means in σ, blanks left out', () => {
    const found = scores(['grade'], grades, { kind: 'balance', column: 'grade' }, [[0, 3, 4], [2, 3], [0]]);
    expect(found.map(({ score }) => score)).toEqual([1, 1 - Math.abs(35 - mean) / deviation, 0]);
    expect(found.map(({ satisfied }) => satisfied)).toEqual([true, false, false]);
  });
  it('is 1 where nobody differs or nobody answered', () => {
    expect(only(scores(['grade'], column('5', '5'), { kind: 'balance', column: 'grade' }, [[0]]))).toBe(1);
    expect(only(scores(['grade'], grades, { kind: 'balance', column: 'grade' }, [[4]]))).toBe(1);
  });
  it('reads the rank that leads an answer', () => {
    const found = scores(
      ['level'],
      column('1. Never', '3. Often', '2. Now and then'),
      { kind: 'balance', column: 'level' },
      [[0, 1]],
    );
    expect(only(found)).toBe(1);
  });
});

describe('spread', () => {
  const gender = column('w', 'w', 'w', 'm', 'm', 'm', 'm', 'm', '', '');
  it('asks for a count between the rounded shares', () => {
    const criterion: Criterion = { kind: 'spread', column: 'gender', value: 'w' };
    const found = scores(['gender'], gender, criterion, [
      [0, 3, 4, 5],
      [0, 1, 3, 4],
      [0, 1, 2, 3],
      [3, 4, 5, 6],
    ]);
    expect(found.map(({ score }) => score)).toEqual([1, 1, 0.75, 0.75]);
    expect(found.map(({ satisfied }) => satisfied)).toEqual([true, true, false, false]);
  });
  it('without a value is the mean over all, the blank too', () => {
    const found = scores(['gender'], gender, { kind: 'spread', column: 'gender' }, [[0, 1, 2, 8, 9]]);
    // w: 3 for 1 or 2; m: 0 for 2 or 3; blank: 2 for 1.
    expect(only(found)).toBeCloseTo((0.8 + 0.6 + 0.8) / 3, 9);
  });
});

describe('counts', () => {
  const gender = column('woman', 'woman', 'man', 'man', 'Woman ', '');
  it('notAlone is 0 for exactly one, else 1', () => {
    const found = scores(['g'], gender, { kind: 'notAlone', column: 'g', value: 'woman' }, [
      [0, 2],
      [0, 1, 4],
      [2, 3],
    ]);
    expect(found.map(({ score }) => score)).toEqual([0, 1, 1]);
  });
  it('atLeast and atMost are shares of the bound', () => {
    const atLeast = scores(['g'], gender, { kind: 'atLeast', column: 'g', value: 'woman', bound: 2 }, [
      [0, 2],
      [0, 4],
      [2],
    ]);
    expect(atLeast.map(({ score }) => score)).toEqual([0.5, 1, 0]);
    const atMost = scores(['g'], gender, { kind: 'atMost', column: 'g', value: 'woman', bound: 1 }, [
      [0, 1, 4],
      [0],
      [2],
    ]);
    expect(atMost.map(({ score }) => score)).toEqual([1 / 3, 1, 1]);
    expect(atMost.map(({ satisfied }) => satisfied)).toEqual([false, true, true]);
  });
  it('several values count as one, in lists too', () => {
    const criterion: Criterion = { kind: 'atLeast', column: 'l', values: ['en', 'es'], bound: 2 };
    expect(only(scores(['l'], column('en, fr', 'ES', 'fr'), criterion, [[0, 1, 2]]))).toBe(1);
  });
});

describe('gather', () => {
  it('is the share of equal pairs, a blank equal to a blank', () => {
    const found = scores(['s'], column('A', 'a', 'B', '', ''), { kind: 'gather', column: 's' }, [
      [0, 1, 2],
      [3, 4],
      [2],
    ]);
    expect(found.map(({ score }) => score)).toEqual([1 / 3, 1, 1]);
  });
});

describe('overlap', () => {
  const columns = ['Free [Mon]', 'Free [Tue]'];
  const rows = [
    ['9AM;10AM;11AM;noon', '9AM'],
    ['10AM;11AM;noon', '9AM;10AM'],
    ['9AM;noon', ''],
  ];
  const worth = (above: number) => 1 - 2 ** -above;
  it('counts blocks to the minimum whole and those above it ½, ¼, …', () => {
    const criterion: Criterion = { kind: 'overlap', columns: 'Free [*]', minBlocks: 2, desired: 5 };
    const found = scores(columns, rows, criterion, [[0, 1], [0, 2], [1, 2], [0]]);
    const full = 2 + worth(3);
    expect(found.map(({ score }) => score)).toEqual([(2 + worth(2)) / full, 2 / full, 0, 1]);
    expect(found[0]?.evidence).toBe('4 common hours: Mon 10–13, Tue 9–10 (time as given)');
  });
  it('takes the cells as busy times if told, so that a blank is a free day', () => {
    const criterion: Criterion = { kind: 'overlap', columns: 'Free [*]', busy: true, minBlocks: 4, desired: 4 };
    expect(scores(columns, rows, criterion, [[2]])[0]?.evidence).toBe(
      '6 common hours: Mon 10–12, Tue 9–13 (time as given)',
    );
  });
  it('rounds runs down to blocks of several labels, each day for itself', () => {
    const criterion: Criterion = { kind: 'overlap', columns: 'Free [*]', blockCells: 2, minBlocks: 1, desired: 2 };
    const found = scores(columns, rows, criterion, [[0, 1], [0], [2]]);
    // Monday's three hours hold one block; Monday's four hold two; two hours apart hold none.
    expect(found.map(({ score }) => score)).toEqual([1 / 1.5, 1, 0]);
  });
});

describe('together and apart', () => {
  const people = ['Ann Lee', 'Bob Ray', 'Cy Fox', 'Di Orr'];
  const rows = (cells: string[]) => people.map((name, i) => [name, cells[i] ?? '']);
  it('ties wishes that are mutual, and lists from either side', () => {
    const wishes: Criterion = { kind: 'together', column: 'I would like to work with' };
    const cells = rows(['Bob Ray', 'Ann Lee', 'Di Orr', '']);
    const wished = scores(['name', 'I would like to work with'], cells, wishes, [
      [0, 2],
      [1, 3],
      [0, 1],
    ]);
    expect(wished.map(({ score }) => score)).toEqual([0, 0, 1]);
    expect(only(scores(['name', 'I would like to work with'], cells, wishes, [[2]]))).toBe(1);
    expect(only(scores(['name', 'pairs'], cells, { kind: 'together', column: 'pairs' }, [[2]]))).toBe(0);
  });
  it('keeps apart from one side, and by equal answers where nobody is named', () => {
    const listed = scores(['name', 'not'], rows(['Bob', '', '', '']), { kind: 'apart', column: 'not' }, [
      [0, 1],
      [0, 2],
    ]);
    expect(listed.map(({ score }) => score)).toEqual([0, 1]);
    const last = rows(['Team 1', 'Team 1', 'Team 2', '']);
    const before = scores(['name', 'last term'], last, { kind: 'apart', column: 'last term' }, [
      [0, 1],
      [0, 2, 3],
    ]);
    expect(before.map(({ score }) => score)).toEqual([0, 1]);
  });
});

it('a step scores 1 or 0 by its hard form', () => {
  const step: Criterion = { kind: 'atLeast', column: 'g', value: 'w', bound: 2, step: true };
  expect(
    scores(['g'], column('w', 'm', 'w'), step, [
      [0, 1],
      [0, 2],
    ]).map(({ score }) => score),
  ).toEqual([0, 1]);
});
