import { existsSync, readFileSync } from 'node:fs';
import { type Camp, camps, type Import } from '@tailcamp/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { eventually } from '../../../../testing/eventually.js';
import { Roster } from '../../index.js';

let app: TestApp;
let ines: SignedIn;
let camp: Camp;

beforeAll(async () => {
  app = await TestApp.start();
  ines = await app.asInstructor();
});
beforeEach(async () => {
  camp = await ines.call(camps.create, { name: 'Camp' });
});
afterAll(() => app.close());

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const read = (content: string, fileName = 'form.csv') =>
  ines.call(camps.readImport, { campId: camp.id, fileName, content });
const get = (importId: string) => ines.call(camps.getImport, { campId: camp.id, importId });

async function apply({ id }: Import): Promise<Import> {
  const started = await ines.call(camps.applyImport, { campId: camp.id, importId: id });
  expect(started.state).toBe('applying');
  return eventually('the import to end', async () => {
    const now = await get(id);
    return now.state === 'applying' ? null : now;
  });
}

const said = ({ rows }: Import) => rows.map(({ row, was, message }) => `${row} ${was}: ${message}`);
const students = async () => (await ines.call(camps.members, { campId: camp.id, role: 'student' })).items;

describe.each([
  ['commas', 'form.csv', ','],
  ['semicolons, a byte order mark and the line ends of Windows', 'form-semicolon.csv', ';'],
  ['tabs', 'form-tab.csv', '\t'],
])('an export with %s', (_, name, delimiter) => {
  it('is read and reported row by row, and changes nothing yet', async () => {
    const report = await read(fixture(name), name);
    expect(report).toMatchObject({ fileName: name, state: 'ready', delimiter, problem: null });
    expect(report).toMatchObject({ read: 8, added: 6, changed: 0, unchanged: 0, refused: 1 });
    expect(said(report)).toEqual([
      '2 added: Ada Lind',
      '3 merged: Row 8 is about the same person; the later row counts',
      '4 added: Cleo Marsh',
      '5 added: Dov Adler',
      '6 added: Eun-ji Seo',
      '8 added: Bo Tran',
      '9 noticed: No name; called "nameless" after the e-mail',
      '9 added: nameless',
      '10 refused: Neither a name nor an e-mail',
    ]);
    expect(report.notices).toEqual(['1 blank row left out']);
    expect(await students()).toEqual([]);
  });

  it('becomes the roster, every other column kept as an answer', async () => {
    await apply(await read(fixture(name), name));
    expect((await students()).map(({ name, email }) => [name, email])).toEqual([
      ['Ada Lind', 'ada.lind@school.example'],
      ['Cleo Marsh', 'cleo@school.example'],
      ['Dov Adler', null],
      ['Eun-ji Seo', 'eunji@school.example'],
      ['Bo Tran', 'b.tran@school.example'],
      ['nameless', 'nameless@school.example'],
    ]);
    const { table } = await app.nest.get(Roster).table(camp.id);
    const ada = Object.fromEntries(table.columns.map((column, i) => [column, table.rows[0]?.cells[i]]));
    expect(ada).toMatchObject({
      'How much have you programmed? (1 to 5)': '3',
      'Check the times that you are UNAVAILABLE [Monday]': '8AM;9AM;10AM',
      'Please list people you would like to have on your team': 'Bo Tran',
      Notes: 'Has a bicycle,\nand "a boat"',
    });
    expect(Object.keys(ada)).not.toContain('What is your email address?');
  });
});

describe('importing again', () => {
  it('changes nothing when the file is the same', async () => {
    await apply(await read(fixture('form.csv')));
    const before = await students();
    const again = await apply(await read(fixture('form-semicolon.csv')));
    expect(again).toMatchObject({ state: 'applied', added: 0, changed: 0, unchanged: 6, refused: 1 });
    expect(await students()).toEqual(before);
  });

  it('updates by e-mail, then by name, and keeps columns that the file lacks', async () => {
    await apply(await read(fixture('form.csv')));
    const level = 'How much have you programmed? (1 to 5)';
    const report = await read(
      `First name,Last name,Email,${level}\nAda,Lind-Roth,ada.lind@school.example,5\nDov,Adler,,2`,
    );
    expect(said(report)).toEqual([`2 changed: Ada Lind: name, ${level}`, `3 changed: Dov Adler: ${level}`]);
    await apply(report);
    const [ada] = await students();
    expect(ada?.name).toBe('Ada Lind-Roth');
    const [member] = (await app.nest.get(Roster).members(camp.id)).filter(({ id }) => id === ada?.id);
    expect(member?.answers).toMatchObject({ [level]: '5', Notes: 'Has a bicycle,\nand "a boat"' });
  });

  it('can be applied once', async () => {
    const report = await read(fixture('form.csv'));
    await apply(report);
    const problem = await ines.refused(camps.applyImport, { campId: camp.id, importId: report.id });
    expect(problem).toMatchObject({ code: 'conflict' });
  });
});

it('says what the file lacks that matching would like', async () => {
  const report = await read(fixture('form-missing-columns.csv'));
  expect(report).toMatchObject({ added: 5, missing: ['e-mail', 'free time', 'gender', 'interests'] });
});

describe('a broken file', () => {
  it.each([
    ['ragged.csv', { field: 'row 3, column "Level"', message: 'the row has 2 cells, the header has 3' }],
    ['open-quote.csv', { field: 'row 3, column "Notes"', message: 'this quote is never closed' }],
  ])('%s is refused by row and column, and nothing of it is kept', async (name, field) => {
    const problem = await ines.refused(camps.readImport, { campId: camp.id, fileName: name, content: fixture(name) });
    expect(problem).toMatchObject({ code: 'invalid_file', status: 422 });
    expect(problem.fields?.[0]).toEqual(field);
    expect(await students()).toEqual([]);
  });
});

it('is told live: how far it is, and that it has ended', async () => {
  const report = await read(fixture('form.csv'));
  await apply(report);
  const events = await app.platform.streams.read(`camp:${camp.id}`, 1, 100);
  expect(events.map(({ kind, data }) => [kind, data])).toEqual([
    ['import.progress', { importId: report.id, done: 0, of: 6 }],
    ['import.finished', { importId: report.id, state: 'applied' }],
  ]);
});

it('belongs to its camp', async () => {
  const { id } = await read(fixture('form.csv'));
  const other = await ines.call(camps.create, { name: 'Another camp' });
  for (const endpoint of [camps.getImport, camps.applyImport]) {
    expect(await ines.refused(endpoint, { campId: other.id, importId: id })).toMatchObject({ code: 'not_found' });
  }
});

it('takes a roster of two thousand in one go', async () => {
  const rows = Array.from({ length: 2_000 }, (_, i) => `Student ${i},student${i}@school.example,${i % 5}`);
  const report = await apply(await read(['Name,Email,Level', ...rows].join('\n')));
  expect(report).toMatchObject({ state: 'applied', added: 2_000 });
  expect(await ines.call(camps.get, { campId: camp.id })).toMatchObject({ students: 2_000 });
});

const REAL = new URL('../../../../../../../../shared/data/surveys/forms-export.csv', import.meta.url);
it.skipIf(!existsSync(REAL))('reads a real export', async () => {
  const report = await read(readFileSync(REAL, 'utf8'), 'forms-export.csv');
  expect(report).toMatchObject({ refused: 0, missing: ['interests'] });
  expect((await apply(report)).added).toBe(report.added);
  expect(report.added).toBeGreaterThan(25);
});
