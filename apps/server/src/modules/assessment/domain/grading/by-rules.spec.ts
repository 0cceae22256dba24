import type { CodeReport } from '@tailcamp/contracts';
import { expect, it } from 'vitest';
import { proposedByRules, type WrittenItem } from './by-rules.js';

const row = (criterion: string, ...texts: string[]) => ({
  criterion,
  levels: texts.map((text, points) => ({ points, text })),
});
const common = { id: 'a', skill: 'b', difficulty: 0, discrimination: 1, explanation: 'Because.' };
const PROGRAM: WrittenItem = {
  ...common,
  kind: 'program',
  language: 'html',
  starter: '<form>\n</form>',
  stem: 'Write the field.',
  sample: '<input aria-describedby="a">',
  rubric: [
    row(
      'Hint and message',
      'Loose text only',
      '`aria-describedby` reaches one',
      '`aria-describedby` reaches both, and `aria-invalid` is set',
    ),
    row('Valid HTML', 'It does not parse', 'It parses'),
    row('Has tests', 'None', 'Some'),
    row('Kindness', 'Blunt', 'Friendly words for somebody who is nervous'),
  ],
};
const code = (parses: boolean, tests: CodeReport['summary']['tests'] = []): CodeReport => ({
  findings: [],
  left: 0,
  summary: { files: 1, lines: 1, functions: 0, complexity: null, tests, parses },
});
const told = (answer: string, report: CodeReport | null) =>
  proposedByRules(PROGRAM, answer, report).map(({ level, rule }) => [level, rule]);

it('goes by the literal words of the levels, by whether it parses, and by tests; else it says nothing', () => {
  const none = [null, 'none'];
  expect(told('<input aria-describedby="h m" aria-invalid="true">', code(true))).toEqual([
    [2, 'terms'],
    none,
    [0, 'no-tests'],
    none,
  ]);
  expect(told('<input aria-describedby="h">', code(false, [{ framework: 'x', count: 1 }]))).toEqual([
    [1, 'terms'],
    [0, 'does-not-parse'],
    none,
    none,
  ]);
});

it('calls an answer empty that is only what was given, or a few words', () => {
  for (const answer of [' <form> </form> ', ''])
    expect(told(answer, code(true))).toEqual(Array(4).fill([0, 'nearly-empty']));
  const essay: WrittenItem = {
    ...common,
    kind: 'essay',
    stem: 'Tell.',
    sample: 'So.',
    rubric: [row('All', 'No', 'Yes')],
  };
  expect(proposedByRules(essay, 'I do not know.', null)[0]).toMatchObject({ level: 0, rule: 'nearly-empty' });
});

it('tells which words of a criterion the answer has, whatever their endings, and which it has not', () => {
  const words = 'A friendly word calms nervous people, which tests cannot see here at all.';
  const [hint, , , kindness] = proposedByRules(PROGRAM, words, null);
  expect(hint).toMatchObject({ level: null, found: [], missing: expect.arrayContaining(['aria-describedby']) });
  expect(kindness).toMatchObject({
    found: expect.arrayContaining(['nervous']),
    missing: expect.arrayContaining(['somebody']),
  });
});
