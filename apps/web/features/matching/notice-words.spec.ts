import type { Criterion } from '@tailcamp/contracts';
import { compile, evaluate, makeTable, previewPolicy, proposePolicy, readTable } from '@tailcamp/matching';
import { describe, expect, it } from 'vitest';
import { translator } from '../../lib/i18n/translate';
import en from '../../messages/en/index';
import es from '../../messages/es/index';
import { broughtInWords, noticeInWords, violationInWords } from './notice-words';

const FILE = `id,Name,Gender,Gender,Level,Free [Mon],Friends,Zone,Likes
s1,Ana Li,woman,x,3,9AM;10AM,Bo Rai;Nobody Such,Europe/Madrid,maps
s2,Bo Ray,Woman,x,much,9AM;10AM,Cy Fox,Mars/Base,tea
,,,,,,,,
,Cy Fox,woman,x,1,10AM,Bo Ray;Di Or,,
s4,Di Ora,man,x,2,9AM,Bo Ray,Europe/Madrid,tea
s5,Di Orb,man,x,2,9AM,Bo Ray,Europe/Madrid,tea
s1,Ana Li,woman,x,4,9AM,Bo Rai;Nobody Such,Europe/Madrid,maps
id,Name,Gender,Gender,Level,Free [Mon],Friends,Zone,Likes
`;
const CRITERIA: Criterion[] = [
  { kind: 'spread', column: 'Gender' },
  { kind: 'atLeast', column: 'Gender', values: ['woman', 'queen'], bound: 2, hard: true },
  { kind: 'balance', column: 'Level' },
  { kind: 'overlap', columns: 'Free [*]', minBlocks: 2, hard: true },
  { kind: 'together', column: 'Friends', hard: true },
  { kind: 'apart', column: 'Friends' },
  { kind: 'similar', column: 'Likes' },
];

const table = readTable(FILE, { fileName: 'class.csv' });
const problem = compile({ groupSize: { min: 2, max: 3 }, id: 'id', timeZone: 'Zone', criteria: CRITERIA }, table);
const named = compile(
  { groups: [{ name: 'Maps', min: 1, max: 3 }], id: 'id', criteria: [{ kind: 'preference', columns: 'Rank *' }] },
  makeTable(
    ['id', 'Rank [Tea]', 'Rank [Maps]'],
    [
      ['a', '1', '2'],
      ['b', '', 'x'],
    ],
  ),
);
const [first, ...others] = problem.students.ids;
const { hardViolations } = evaluate(problem, [
  { name: 'Group 1', members: [first ?? ''] },
  { name: 'Group 2', members: others },
]);
const { criteria } = previewPolicy(problem);

/** What the engine itself notices in a bad file and in odd answers. */
const NOTICES = [
  ...problem.notices,
  ...named.notices,
  ...proposePolicy(table).notices,
  'row 2 left out: it describes the columns',
  'row 3 left out: the points possible, not a student',
  'not every student can get a project that they ranked',
  'nobody ranked "Tea"',
  '1 left "Likes" blank and is left out of it',
  'nobody has a level of "sql"',
  '"Rank [*]" is read as ratings, the highest being the first choice',
];
const inEnglish = translator('en', en);
const inSpanish = translator('es', es);

describe('noticeInWords', () => {
  it('says in English what the engine says, to the letter', () => {
    expect(NOTICES.length).toBeGreaterThan(18);
    for (const notice of NOTICES) expect(noticeInWords(inEnglish, 'en', notice)).toBe(notice);
  });
  it('leaves no English in another language', () => {
    const told = NOTICES.map((notice) => noticeInWords(inSpanish, 'es', notice));
    const own = /«[^»]*»|"[^"]*"/g;
    const english = /\b(left|out|read|answers?|nobody|could|called|gave|blank|row|column|student)\b/;
    expect(told.filter((notice) => english.test(notice.replace(own, '')))).toEqual([]);
    expect(told).toContain('Cy Fox, "Friends": «Di Or» omitido: podría ser Di Ora o Di Orb');
  });
});

it('tells how a rule is broken by its name and the evidence', () => {
  const told = hardViolations.map((violation) => violationInWords(inSpanish, 'es', violation));
  expect(told).toContain('1 persona, se querían de 2 a 3');
  const english = /\b(wanted|says|common|nobody|members?|least|parted|none)\b/;
  expect(told.filter((violation) => english.test(violation))).toEqual([]);
  expect(new Set(hardViolations.map(({ kind }) => kind))).toEqual(
    new Set(['groupSize', 'atLeast', 'overlap', 'together']),
  );
});

it('tells what students bring, and leaves their answers as they are', () => {
  const told = criteria.flatMap(({ kind, brings }) =>
    brings.map(({ label }) => broughtInWords(inSpanish, 'es', kind, label)),
  );
  expect(told).toEqual(
    expect.arrayContaining(['woman', 'con alguien con quien estar', 'con alguien de quien estar aparte', 'lun 9–10']),
  );
});
