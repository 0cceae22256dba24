import type { Criterion, Policy } from '@tailcamp/contracts';
import { describe, expect, it } from 'vitest';
import { compile } from '../policy/compile.js';
import { Partition } from '../solve/partition.js';
import { makeTable } from '../survey/table.js';

/** What interfaces promise of surveys and policies, beyond the formulas themselves. */

function measureOf(
  columns: readonly string[],
  rows: readonly string[][],
  criterion: Criterion,
  more: Partial<Policy> = {},
) {
  const table = makeTable(
    ['id', ...columns],
    rows.map((cells, i) => [`s${i}`, ...cells]),
  );
  const policy = { groupSize: { min: 1, max: 20 }, id: 'id', criteria: [criterion], ...more };
  const problem = compile(policy, table);
  const measure = problem.measures[0]!;
  const scoreOf = (members: number[]) => measure.open(Partition.of(rows.length, [members])).score(0, -1, -1);
  return { measure, scoreOf, notices: problem.notices };
}

const column = (...cells: string[]) => cells.map((cell) => [cell]);

describe('values', () => {
  it('of a list column are its pieces, where every value is meant', () => {
    const languages = column('en;es', 'EN, fr', 'es', 'en', 'fr;es', 'es');
    const { scoreOf } = measureOf(['languages'], languages, { kind: 'notAlone', column: 'languages' });
    // en, en; es alone; fr alone.
    expect(scoreOf([0, 1])).toBeCloseTo(1 / 3, 9);
    expect(scoreOf([0, 1, 4])).toBe(1);
  });
  it('several count as one, a list piece or a whole cell, in any spelling', () => {
    const genders = column('woman', 'Non-binary', 'nonbinary', 'man', 'man; nonbinary');
    const criterion: Criterion = { kind: 'atLeast', column: 'g', values: ['Woman', 'non binary'], bound: 4 };
    const { scoreOf, notices } = measureOf(['g'], genders, criterion);
    expect(scoreOf([0, 1, 2, 3, 4])).toBe(1);
    expect(notices).toContain('"nonbinary" (1) read as "Non-binary" in "g"');
  });
  it('that are missing are a category of their own for spread, similar and gather, and nothing for numbers', () => {
    const blanks = column('', '', 'a', 'a');
    expect(measureOf(['g'], blanks, { kind: 'spread', column: 'g' }).scoreOf([0, 1])).toBeCloseTo(0.5, 9);
    expect(measureOf(['g'], blanks, { kind: 'gather', column: 'g' }).scoreOf([0, 1])).toBe(1);
    expect(measureOf(['g'], blanks, { kind: 'similar', column: 'g' }).scoreOf([0, 1])).toBeCloseTo(1, 6);
    const numbers = column('', '', '1', '3');
    expect(measureOf(['n'], numbers, { kind: 'balance', column: 'n' }).scoreOf([0, 2, 3])).toBe(1);
  });
});

it('a list tells of a skill with its level', () => {
  const rows = column('Loops: 0.4; Big data: 0.9', 'Loops: 0.6; SQL: 1', '');
  const criterion: Criterion = { kind: 'cover', column: 'skills', required: { loops: 0.8, 'Big data': 0.5 } };
  const { measure, scoreOf } = measureOf(['skills'], rows, criterion);
  expect(scoreOf([0, 1])).toBeCloseTo((0.6 / 0.8 + 1) / 2, 12);
  expect(scoreOf([2])).toBe(0);
  expect(measure.evidence([0, 1], 0)).toBe('loops 0.6 of 0.8; Big data 0.9 of 0.5');
});

describe('skill vectors', () => {
  it('are read from ratings with words', () => {
    const rows = [
      ['4. Often', '1. Never'],
      ['5 - Always', '1 - Never'],
      ['1. Never', '4. Often'],
    ];
    const { measure } = measureOf(['code', 'draw'], rows, { kind: 'similar', columns: ['code', 'draw'] });
    expect(measure.pair?.(0, 1)).toBeCloseTo(21 / Math.sqrt(17 * 26), 6);
    expect(measure.pair?.(0, 2)).toBeCloseTo(8 / 17, 6);
  });
});

describe('columns', () => {
  it('are a pattern or a list of patterns, brackets literal, each once', () => {
    const columns = ['v[a]', 'v[b]', 'va', 'w'];
    const at = (patterns: string | string[]) =>
      measureOf(
        columns,
        [
          ['1', '0', '0', '0'],
          ['1', '1', '1', '1'],
        ],
        { kind: 'similar', columns: patterns },
      ).measure.pair?.(0, 1);
    expect(at('v[*]')).toBeCloseTo(1 / Math.sqrt(2), 6);
    expect(at(['v[a]', 'v[*]'])).toBeCloseTo(1 / Math.sqrt(2), 6);
    expect(at(['v*', 'w'])).toBeCloseTo(1 / Math.sqrt(4), 6);
  });
});

describe('overlap', () => {
  it('takes every label seen in any column for all of them, and a blank as free all day where the cells list busy times', () => {
    const rows = [
      ['9AM', ''],
      ['10AM', '11AM'],
    ];
    const { measure } = measureOf(['Busy [Mon]', 'Busy [Tue]'], rows, {
      kind: 'overlap',
      columns: 'Busy [*]',
      busy: true,
      minBlocks: 3,
    });
    // Monday: 11; Tuesday: 9 and 10.
    expect(measure.evidence([0, 1], 0)).toBe('3 common hours: Mon 11–12, Tue 9–11 (time as given)');
    expect(measure.canShare?.(0, 1)).toBe(true);
  });
});

describe('a step', () => {
  it.each<[string, Criterion, boolean]>([
    ['cover', { kind: 'cover', column: 'n', required: { n: 3 } }, true],
    ['roles', { kind: 'roles', column: 'role' }, false],
  ])('of %s is scored by its hard form', (_kind, criterion, holds) => {
    const rows = [
      ['3', 'a'],
      ['1', 'a'],
    ];
    const { measure } = measureOf(['n', 'role'], rows, { ...criterion, step: true });
    expect(measure.step).toBe(true);
    expect(measure.open(Partition.of(2, [[0, 1]])).shortfall(0, -1, -1) === 0).toBe(holds);
  });
});
