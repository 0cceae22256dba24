import { assessedColumn, type Criterion, type Policy } from '@tailcamp/contracts';
import { describe, expect, it } from 'vitest';
import { makeTable } from '../survey/table.js';
import { compile } from './compile.js';
import { PolicyError } from './policy-error.js';

const table = makeTable(
  ['id', 'word', 'free', 'zone'],
  [
    ['a', 'x', '9AM', 'UTC'],
    ['b', 'y', '10AM', ''],
  ],
);
const policyWith = (criterion: Criterion, more: Partial<Policy> = {}): Policy => ({
  groupSize: { min: 1, max: 2 },
  id: 'id',
  criteria: [{ kind: 'gather', column: 'word' }, criterion],
  ...more,
});

function errorOf(policy: Policy): PolicyError | null {
  try {
    compile(policy, table);
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
  return null;
}

describe('a policy that the survey cannot fill names the field', () => {
  it.each<[string, Policy, (string | number)[]]>([
    ['an unknown column', policyWith({ kind: 'gather', column: 'nowhere' }), ['criteria', 1, 'column']],
    ['a pattern without match', policyWith({ kind: 'overlap', columns: ['free', 'no*'] }), ['criteria', 1, 'columns']],
    ['a column without numbers', policyWith({ kind: 'balance', column: 'word' }), ['criteria', 1, 'balance']],
    ['no bound', policyWith({ kind: 'similar', column: 'word', hard: true }), ['criteria', 1, 'similar']],
    ['an unknown id', policyWith({ kind: 'gather', column: 'word' }, { id: 'nr' }), ['id']],
    ['an unknown zone', policyWith({ kind: 'gather', column: 'word' }, { timeZone: 'tz' }), ['timeZone']],
    [
      'a timetable without weekdays',
      policyWith({ kind: 'overlap', column: 'free' }, { timeZone: 'zone' }),
      ['criteria', 1, 'overlap'],
    ],
  ])('%s', (_what, policy, path) => {
    expect(errorOf(policy)?.path).toEqual(path);
  });
});

it('tells of a value that nobody gave and of a zone that is missing', () => {
  const policy = policyWith({ kind: 'atMost', column: 'word', value: 'z', bound: 1 }, { timeZone: 'zone' });
  expect(compile(policy, table).notices).toEqual([
    'b gave no time zone; the most frequent one is assumed',
    'nobody answered "z" in "word"',
  ]);
});

it('keeps private what was measured, also where a pattern catches it', () => {
  const measured = makeTable(
    ['id', 'Level', assessedColumn({ holds: 'ability', track: 'Back end', domain: null })],
    [
      ['a', '1', '0.5'],
      ['b', '2', ''],
    ],
  );
  const columns = ['Level', 'Assessed*', '*e*'];
  const criteria = columns.map((column): Criterion => ({ kind: 'balance', column, private: false }));
  const problem = compile({ groupSize: { min: 1, max: 2 }, id: 'id', criteria }, measured);
  expect(problem.measures.map((measure) => measure.private)).toEqual([false, true, true]);
});
