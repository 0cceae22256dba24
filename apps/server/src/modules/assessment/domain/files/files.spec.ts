import type { Item } from '@tailcamp/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { itemsCsv, readItemsCsv, type TableRow } from './items-csv.js';
import { itemsYaml, readItemsYaml } from './items-yaml.js';
import { readTrackCsv, readTrackYaml, trackCsv, trackYaml } from './track-files.js';

/** A text that begins and ends with a letter, with whatever a spreadsheet may stumble over between. */
const words = (most: number) =>
  fc
    .array(fc.constantFrom('=', '"', ',', ';', '\n', "'", 'é', '+1', '-', '@', '`a`', 'loop', 'list', ' ', '|'), {
      maxLength: 8,
    })
    .map((some) => `${some.join('').replace(/\s+$/, '')}x`.trim().slice(0, most));
const line = (most: number) => words(most).map((text) => text.replace(/\n/g, ' ').trim());
const distinct = (texts: fc.Arbitrary<string>, minLength: number, maxLength: number) =>
  fc.uniqueArray(texts, { minLength, maxLength });
const common = {
  id: fc.integer({ min: 1, max: 99_999 }).map((n) => `question-${n}`),
  skill: fc.constantFrom('loops', 'lists'),
  stem: words(80),
  explanation: words(80),
  difficulty: fc.constantFrom(-1.5, 0, 0.25),
  discrimination: fc.constantFrom(0.8, 1, 1.75),
};
const options = (single: boolean) =>
  distinct(words(40), 3, 6).map((texts) =>
    texts.map((text, at) => ({
      text,
      ...(at === 1 || (!single && at === 0) ? { right: true } : at === 2 ? { because: `mistaken: ${text}` } : {}),
    })),
  );
const automatic: fc.Arbitrary<Item> = fc.oneof(
  fc.record({ kind: fc.constant('choice'), ...common, options: options(true) }),
  fc.record({ kind: fc.constant('choices'), ...common, options: options(false) }),
  fc.record({ kind: fc.constant('ordering'), ...common, lines: distinct(line(40), 3, 6) }),
  fc.record({ kind: fc.constant('text'), ...common, accept: distinct(line(30), 1, 4), caseMatters: fc.boolean() }),
  fc.record({
    kind: fc.constant('number'),
    ...common,
    answer: fc.constantFrom(-3, 0, 2.5),
    tolerance: fc.constantFrom(0, 0.1),
    code: fc.constant({ language: 'python', source: 'print(1)\nprint("a, b")', prints: '1\na, b' }),
  }),
) as fc.Arbitrary<Item>;

/** As a spreadsheet's reader hands a table on. */
function table(csv: string): readonly TableRow[] {
  const cells: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    cells.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') cells.push([]);
    if (end === '') break;
  }
  const [head = [], ...rows] = cells.filter((row) => row.length > 1);
  return rows.map((row, at) => ({ row: at + 2, cell: (column) => (row[head.indexOf(column)] ?? '').trim() }));
}

const named = () => 'no-name';

describe('questions as files', () => {
  const some = fc.uniqueArray(automatic, { minLength: 1, maxLength: 4, selector: ({ id }) => id });

  it('come back from CSV as they went', () => {
    fc.assert(
      fc.property(some, (items) => {
        const { items: back, rows } = readItemsCsv(table(itemsCsv(items)), null, named);
        expect(rows).toEqual([]);
        expect(back.map(({ item }) => item)).toEqual(items);
      }),
    );
  });

  it('come back from YAML as they went', () => {
    fc.assert(
      fc.property(some, (items) => {
        expect(readItemsYaml(itemsYaml(items), null).items.map(({ item }) => item)).toEqual(items);
      }),
    );
  });

  it('are refused one by one, with their row and every field that is wrong', () => {
    const yaml = `- id: ok-one
  kind: number
  stem: How many?
  difficulty: 0
  explanation: Count them.
  answer: 3
- id: Not A Slug
  skill: loops
  kind: choice
  stem: Which?
  difficulty: 0
  explanation: Because.
  options: [{ text: a, right: true }, { text: b, right: true }, { text: c }]
- id: ok-one
  skill: loops
  kind: number
  stem: How many?
  difficulty: 0
  explanation: Count them.
  answer: 4
`;
    const { read, items, rows } = readItemsYaml(yaml, 'loops');
    expect(read).toBe(3);
    expect(items.map(({ item, row }) => [item.id, item.skill, row])).toEqual([['ok-one', 'loops', 1]]);
    expect(rows.map(({ row, at, reason }) => [row, at, reason])).toEqual([
      [7, 'id', 'invalid'],
      [7, 'options', 'invalid'],
      [14, 'id', 'twice'],
    ]);
    expect(readItemsYaml('a: [', null).rows).toMatchObject([{ row: 1, was: 'refused', reason: 'not_yaml' }]);
    expect(readItemsYaml('just: a map', null).rows).toMatchObject([{ was: 'refused', reason: 'not_yaml' }]);
  });

  it('name the cell of a CSV that is wrong', () => {
    const cells: Record<string, string> = {
      id: 'q-one',
      kind: 'number',
      stem: 'How many?',
      answer: 'three',
      explanation: 'x',
    };
    const { rows } = readItemsCsv([{ row: 2, cell: (column) => cells[column] ?? '' }], 'loops', named);
    expect(rows).toMatchObject([{ row: 2, at: 'answer', was: 'refused', reason: 'invalid' }]);
  });
});

describe('a track as a file', () => {
  const track = {
    id: 'web',
    title: 'Web',
    description: 'What happens between a request and a page.',
    domains: [{ id: 'http', title: 'HTTP' }],
    skills: [
      {
        id: 'http',
        title: 'HTTP',
        domain: 'http',
        level: 1,
        description: 'Knows what a request is made of.',
        requires: [],
      },
      {
        id: 'headers',
        title: 'Headers',
        domain: 'http',
        level: 2,
        description: 'Reads what a message says of itself.',
        requires: ['http'],
      },
    ],
  } as const;
  const whole = {
    ...track,
    domains: [...track.domains],
    skills: track.skills.map((skill) => ({ ...skill, requires: [...skill.requires] })),
  };
  const about = { slug: 'web', title: 'Web', existing: null, known: new Map(), fileName: 'web.csv' };
  const rowsOf = (...cells: [string, string][]) =>
    cells.map(([skill, prerequisite], at) => ({ row: at + 2, skill, prerequisite }));

  it('comes back as it went', () => {
    expect(readTrackYaml(trackYaml(whole))).toEqual({ track: whole, rows: [] });
    expect(parse(trackYaml(whole))).toEqual(whole);
    expect(trackCsv(whole.skills)).toBe('skill,prerequisite\r\nhttp,\r\nheaders,http\r\n');
  });

  it('is made of two columns: names become words of a link, and titles stay', () => {
    const { track: read } = readTrackCsv(rowsOf(['Linear Algebra', ''], ['eigen values', 'Linear Algebra']), about);
    expect(read?.skills).toMatchObject([
      { id: 'linear-algebra', title: 'Linear Algebra', requires: [], level: 1 },
      { id: 'eigen-values', title: 'Eigen values', requires: ['linear-algebra'], level: 2 },
    ]);
  });

  it('keeps what is known of its skills, and leaves those of other tracks where they are', () => {
    const known = new Map([
      ['http', { ...whole.skills[0]!, track: 'web' }],
      ['text', { ...whole.skills[0]!, id: 'text', title: 'Text', track: 'basics' }],
    ]);
    const { track: read } = readTrackCsv(rowsOf(['http', 'text']), { ...about, existing: whole, known });
    expect(read?.skills).toEqual([{ ...whole.skills[0], requires: ['text'] }]);
  });

  it.each([
    ['circle', rowsOf(['a1', 'b1'], ['b1', 'a1']), 3],
    ['twice', rowsOf(['a1', 'b1'], ['a1', 'b1']), 3],
    ['invalid', rowsOf(['', 'b1']), 2],
    ['invalid', rowsOf(['§', 'b1']), 2],
  ])('is refused whole for what is wrong, by its row: %s', (reason, rows, row) => {
    expect(readTrackCsv(rows, about)).toMatchObject({ track: null, rows: [{ row, reason, was: 'refused' }] });
  });
});
