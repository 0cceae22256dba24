import { describe, expect, it } from 'vitest';
import {
  compile,
  evaluate,
  nameGroups,
  pairwise,
  readGroups,
  reportGroups,
  SurveyError,
  writeGroupsCsv,
} from './index.js';
import { makeTable } from './survey/table.js';

const table = makeTable(
  ['id', 'name', 'topics', 'free'],
  [
    ['a', 'Ann, the first', 'ai;web', '9AM;10AM'],
    ['b', 'Bob', 'ai', '10AM'],
    ['c', 'Cy', 'web', '9AM;10AM'],
    ['d', 'Di', 'maps', '11AM'],
  ],
);
const problem = compile(
  {
    groupSize: { min: 2, max: 2 },
    id: 'id',
    criteria: [
      { kind: 'similar', column: 'topics', weight: 2 },
      { kind: 'overlap', column: 'free', minBlocks: 1, desired: 2, hard: true },
    ],
  },
  table,
);
const given = [
  { name: 'Red', members: ['a', 'b'] },
  { name: 'Blue', members: ['c', 'd'] },
];

describe('groups', () => {
  it('are written and read back', () => {
    const result = reportGroups(problem, given, { seed: 1, moves: 0, stoppedBy: 'moves', seconds: 0, explain: false });
    const csv = writeGroupsCsv(result, problem);
    expect(csv).toBe('group,id,name\nRed,a,"Ann, the first"\nRed,b,Bob\nBlue,c,Cy\nBlue,d,Di\n');
    expect(readGroups(csv, problem)).toEqual(given);
  });

  it('name the hard rules they break, with whom', () => {
    const { hardViolations, groups } = evaluate(problem, given);
    expect(hardViolations).toEqual([
      {
        kind: 'overlap',
        column: 'free',
        group: 'Blue',
        members: ['c', 'd'],
        detail: 'at least 1 common hour: 0 common hours',
      },
    ]);
    expect(groups[0]?.criteria[1]).toMatchObject({ satisfied: true, evidence: '1 common hour: 10–11 (time as given)' });
  });

  it.each([
    ['group,id\nRed,a\nRed,b\nBlue,c\n', 4, 2, '"d" of the survey is in no group'],
    ['group,id\nRed,a\nRed,x\n', 3, 2, 'no student'],
    ['group,id\nRed,a\nBlue,a\n', 3, 2, 'already'],
    ['group,id\n,a\n', 2, 1, 'no name'],
    ['team,id\nRed,a\n', 1, 1, 'no column "group"'],
  ])('that do not fit the survey are refused: %j', (text, row, column, reason) => {
    expect(() => readGroups(text, problem)).toThrow(SurveyError);
    expect(() => readGroups(text, problem)).toThrow(new RegExp(`row ${row}, column ${column}\\b.*${reason}`));
  });
});

describe('named groups', () => {
  const groups = [
    { name: 'Maps', min: 0, max: 4 },
    { name: 'Robots', min: 1, max: 4 },
    { name: 'Web', min: 0, max: 4 },
  ];
  const byName = compile({ groups, id: 'id', criteria: [{ kind: 'similar', column: 'topics' }] }, table);

  it('are called by their names, and left out where they may stay empty and do', () => {
    expect(nameGroups(byName, [[0, 3], [1, 2], []])).toEqual([
      { name: 'Maps', members: ['a', 'd'] },
      { name: 'Robots', members: ['b', 'c'] },
    ]);
  });

  it('are read from a file whatever their case and order, one that must not be empty always among them', () => {
    expect(readGroups('group,id\nweb,a\nweb,b\nMAPS,c\nMAPS,d\n', byName)).toEqual([
      { name: 'Robots', members: [] },
      { name: 'Web', members: ['a', 'b'] },
      { name: 'Maps', members: ['c', 'd'] },
    ]);
    expect(() => readGroups('group,id\nGardens,a\n', byName)).toThrow(/row 2, column 1\b.*no group of the policy/);
  });

  it('are held to their own sizes, and an empty one to no other rule', () => {
    const { hardViolations, worst } = evaluate(byName, [
      { name: 'Web', members: ['a', 'b', 'c', 'd'] },
      { name: 'Robots', members: [] },
    ]);
    expect(hardViolations).toMatchObject([{ kind: 'groupSize', group: 'Robots', detail: '0 members, 1 to 4 wanted' }]);
    expect(worst).toBeLessThan(1);
    expect(() => evaluate(byName, [{ name: 'Gardens', members: ['a'] }])).toThrow(RangeError);
  });
});

describe('pairwise fit', () => {
  it('is symmetric, 1 with oneself, the weighted mean of what speaks of two', () => {
    const matrix = pairwise(problem, [{ name: 'One', members: ['a', 'b', 'd'] }]).One ?? [];
    expect(matrix).toHaveLength(3);
    const overlap = 1 / 1.5;
    expect(matrix[0]?.[1]).toBeCloseTo((2 * Math.SQRT1_2 + overlap) / 3, 6);
    expect(matrix[0]?.[2]).toBeCloseTo(0, 6);
    matrix.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBe(matrix[j]?.[i]);
      });
      expect(row[i]).toBe(1);
    });
  });

  it('is empty when no criterion speaks of two', () => {
    const none = compile(
      { groupSize: { min: 2, max: 2 }, id: 'id', criteria: [{ kind: 'notAlone', column: 'name' }] },
      table,
    );
    expect(pairwise(none, [{ name: 'One', members: ['a', 'b'] }])).toEqual({ One: [] });
  });
});
