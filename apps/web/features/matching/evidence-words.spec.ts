import type { Criterion } from '@tailcamp/contracts';
import { compile, evaluate, makeTable } from '@tailcamp/matching';
import { describe, expect, it } from 'vitest';
import { translator } from '../../lib/i18n/translate';
import en from '../../messages/en/index';
import es from '../../messages/es/index';
import { evidenceInWords } from './evidence-words';

const COLUMNS = ['Name', 'Interests', 'Level', 'Gender', 'Free [Mon]', 'Friends', 'Not with', 'Role', 'Skill [sql]'];
const ROWS = [
  ['Ana Li', 'maps;tea', '3', 'woman', '9AM;10AM', 'Bo Ray', '', 'coder;writer', '4'],
  ['Bo Ray', 'maps', '5', 'man', '9AM;10AM', 'Ana Li', 'Cy Fox', 'coder', '2'],
  ['Cy Fox', 'tea', '1', 'man', '10AM;11AM', 'Di Orr', '', '', '1'],
  ['Di Orr', '', '', 'woman', '', 'Cy Fox', '', 'writer', ''],
];
const CRITERIA: Criterion[] = [
  { kind: 'similar', column: 'Interests' },
  { kind: 'balance', column: 'Level' },
  { kind: 'spread', column: 'Gender', value: 'woman' },
  { kind: 'gather', column: 'Gender' },
  { kind: 'notAlone', column: 'Gender', value: 'woman' },
  { kind: 'atLeast', column: 'Gender', value: 'man', bound: 1 },
  { kind: 'atMost', column: 'Gender', value: 'man', bound: 1 },
  { kind: 'overlap', columns: 'Free [*]' },
  { kind: 'together', column: 'Friends' },
  { kind: 'apart', column: 'Not with' },
  { kind: 'roles', column: 'Role' },
  { kind: 'cover', columns: 'Skill [*]', required: { sql: 4 } },
];
const GROUPINGS = [
  [
    [0, 1],
    [2, 3],
  ],
  [
    [0, 2],
    [1, 3],
  ],
  [
    [1, 2],
    [0, 3],
  ],
  [[0], [1, 2, 3]],
];

/** What the engine itself says of groups that keep and break every kind of criterion. */
const ALL = [
  ...new Set(
    GROUPINGS.flatMap((grouping) => {
      const table = makeTable(
        ['id', ...COLUMNS],
        ROWS.map((cells, i) => [`s${i}`, ...cells]),
      );
      const problem = compile({ groupSize: { min: 1, max: 4 }, id: 'id', criteria: CRITERIA }, table);
      const groups = grouping.map((members, g) => ({ name: `Group ${g}`, members: members.map((i) => `s${i}`) }));
      return evaluate(problem, groups).groups.flatMap(({ criteria }) => criteria.map(({ evidence }) => evidence));
    }),
  ),
  '1 got choice 1, 2 got choice 3, 1 did not rank it',
  'nobody here',
];

describe('evidenceInWords', () => {
  it('says in English what the engine says, to the letter', () => {
    const t = translator('en', en);
    for (const evidence of ALL) expect(evidenceInWords(t, 'en', evidence)).toBe(evidence);
  });
  it('leaves no English in another language', () => {
    const t = translator('es', es);
    const told = ALL.map((evidence) => evidenceInWords(t, 'es', evidence));
    const english =
      /\b(of|mean|over|pairs?|share|wanted|common|hours?|nobody|together|parted|kept|got|rank|get|expected|Mon)\b/;
    expect(told.filter((text) => english.test(text))).toEqual([]);
    expect(told).toContain('2 horas en común: lun 9–11 (hora tal como se dio)');
    expect(told).toContain('juntos: Ana Li y Bo Ray');
  });
  it('leaves what it does not know', () => {
    expect(evidenceInWords(translator('es', es), 'es', 'a new kind of reason')).toBe('a new kind of reason');
  });
});
