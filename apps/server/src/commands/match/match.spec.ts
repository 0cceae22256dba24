import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MatchReport, Policy } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tailcamp } from '../../testing/tailcamp.js';

const HOURS = ['9AM', '10AM', '11AM', 'noon', '1PM', '2PM'];
const BUSY = 'When are you UNAVAILABLE?';

/** 24 students: busy at two of six hours on two days, a third of them women. */
function survey(delimiter = ','): string {
  const rows = Array.from({ length: 24 }, (_, i) => {
    const busy = [0, 1].map((day) => `"${HOURS[(i + day) % 4]};${HOURS[(i * 3 + day) % 6]}"`);
    return [`Student ${i}`, `s${i}@school.example`, i % 3 === 0 ? 'woman' : 'man', ...busy];
  });
  const header = ['Name', 'E-mail address', '"Your gender, if you like"', `${BUSY} [Monday]`, `${BUSY} [Tuesday]`];
  return `${[header, ...rows].map((cells) => cells.join(delimiter)).join('\n')}\n`;
}

const POLICY: Policy = {
  groupSize: { min: 4, max: 4 },
  criteria: [
    { kind: 'notAlone', column: 'Your gender*', value: 'woman', hard: true },
    { kind: 'overlap', columns: `${BUSY} [*]`, busy: true, minBlocks: 3, desired: 8, hard: true },
    { kind: 'diverse', column: 'Your gender*' },
  ],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tailcamp-match-'));
  await file('survey.csv', survey());
  await file('policy.json', JSON.stringify(POLICY));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const at = (name: string) => join(folder, name);
const match = (...flags: string[]) => tailcamp('match', at('survey.csv'), ...flags, '--moves', '20000');

describe('tailcamp match', () => {
  it('writes the groups and their report, and nothing to stdout', async () => {
    const { code, out, err } = await match(
      '--policy',
      at('policy.json'),
      '--out',
      at('g.csv'),
      '--report',
      at('r.json'),
    );
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('every hard rule is kept');
    const groups = (await readFile(at('g.csv'), 'utf8')).trim().split('\n');
    expect(groups[0]).toBe('group,id,name');
    expect(groups).toHaveLength(25);
    const report = MatchReport.parse(JSON.parse(await readFile(at('r.json'), 'utf8')));
    expect(report).toMatchObject({ seed: 1, hardViolations: [], stoppedBy: 'optimal', gap: 0 });
    expect(report.groups.map(({ members }) => members.length)).toEqual([4, 4, 4, 4, 4, 4]);
  });

  it('prints the groups, or with --json the report alone', async () => {
    const csv = await match('--policy', at('policy.json'));
    expect(csv.out.split('\n')[0]).toBe('group,id,name');
    const json = await match('--policy', at('policy.json'), '--json');
    expect(MatchReport.parse(JSON.parse(json.out)).groups).toHaveLength(6);
  });

  it('gives the same bytes for the same seed, and the same report but for its seconds', async () => {
    const runs = [1, 2].map((k) =>
      match('--policy', at('policy.json'), '--seed', '7', '--out', at(`g${k}.csv`), '--report', at(`r${k}.json`)),
    );
    await Promise.all(runs);
    expect(await readFile(at('g1.csv'), 'utf8')).toBe(await readFile(at('g2.csv'), 'utf8'));
    const [first, second] = await Promise.all(['r1.json', 'r2.json'].map((name) => readFile(at(name), 'utf8')));
    const timeless = (text = '') => ({ ...JSON.parse(text), seconds: 0 });
    expect(timeless(first)).toEqual(timeless(second));
  });

  it('takes semicolons, a byte order mark and UTF-16 for the same survey', async () => {
    const { out } = await match('--policy', at('policy.json'));
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(survey('\t'), 'utf16le')]);
    const variants = [
      survey(';').replaceAll('E-mail', '"E-mail').replaceAll('mail address', 'mail address"'),
      `\uFEFF${survey()}`,
      utf16,
    ];
    for (const content of variants) {
      const path = await file('variant.csv', content);
      expect((await tailcamp('match', path, '--policy', at('policy.json'), '--moves', '20000')).out).toBe(out);
    }
  });

  it('proposes a policy that it prints and keeps when it has none', async () => {
    const { code, out } = await match('--out', at('g.csv'));
    expect(code).toBe(0);
    expect(Policy.parse(JSON.parse(out)).criteria.map(({ kind, hard }) => [kind, hard])).toEqual([
      ['overlap', true],
      ['notAlone', true],
    ]);
  });

  it('scores groups as they are, or improves them', async () => {
    const rows = Array.from({ length: 24 }, (_, i) => `G${i % 6},s${i}@school.example`);
    const given = await file('given.csv', `group,id\n${rows.join('\n')}\n`);
    const scored = await match('--policy', at('policy.json'), '--groups', given, '--score-only', '--json');
    expect(scored.code).toBe(0);
    const before = MatchReport.parse(JSON.parse(scored.out));
    expect(before.moves).toBe(0);
    expect(before.groups[0]?.members).toEqual([0, 6, 12, 18].map((i) => `s${i}@school.example`));
    const improved = await match('--policy', at('policy.json'), '--groups', given, '--json');
    const after = MatchReport.parse(JSON.parse(improved.out));
    expect(after.hardViolations).toEqual([]);
    expect(after.objective).toBeGreaterThan(before.objective);
  });

  it('exits 3 with the conflict named, and writes the best grouping all the same', async () => {
    const impossible = {
      ...POLICY,
      criteria: [{ kind: 'atLeast', column: 'Your gender*', value: 'woman', bound: 2, hard: true }],
    };
    const policy = await file('impossible.json', JSON.stringify(impossible));
    const { code, err, out } = await match('--policy', policy, '--report', at('conflict.json'));
    expect(code).toBe(3);
    expect(out.trim().split('\n')).toHaveLength(25);
    expect(err).toContain('no grouping keeps these rules together');
    const report = MatchReport.parse(JSON.parse(await readFile(at('conflict.json'), 'utf8')));
    expect(report.conflict).toMatchObject({ proved: true });
  });

  it('stops by the clock', async () => {
    const { out } = await tailcamp(
      'match',
      at('survey.csv'),
      '--policy',
      at('policy.json'),
      '--seconds',
      '0.001',
      '--json',
    );
    expect(MatchReport.parse(JSON.parse(out)).stoppedBy).toBe('time');
  });
});

describe('bad input exits 2 and writes nothing', () => {
  it.each([
    ['an unterminated quote', 'id,name\na,Ann\nb,"Bob\n', /row 3, column 2 \("name"\)/],
    ['too many cells', 'id,name\na,Ann\nb,Bob,x\n', /row 3, column 3/],
    ['a missing header', 'ann@x.example,Ann\nbob@x.example,Bob\n', /row 1, column 1/],
    ['an empty file', '', /row 1, column 1: the file is empty/],
    ['bytes that are no text', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), /row 1, column 1/],
    ['no students', 'id,name\n', /no students/],
  ])('%s', async (_what, content, words) => {
    const broken = await file('broken.csv', content);
    const { code, out, err } = await tailcamp('match', broken, '--out', at('none.csv'), '--report', at('none.json'));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(words);
    expect([existsSync(at('none.csv')), existsSync(at('none.json'))]).toEqual([false, false]);
  });

  it.each([
    ['{"groupSize":', /no JSON/],
    ['{"groupSize":{"min":5,"max":3},"criteria":[]}', /groupSize\.min/],
    ['{"groupSize":{"min":3,"max":5},"criteria":[{"kind":"gather","colum":"x"}]}', /criteria\[0\]/],
    ['{"groupSize":{"min":3,"max":5},"criteria":[{"kind":"gather","column":"x"}]}', /criteria\.0\.column: "gather"/],
  ])('the policy %s', async (content, words) => {
    const { code, err } = await match('--policy', await file('bad.json', content));
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });

  it.each([
    [['match']],
    [['match', 'a.csv', 'b.csv']],
    [['match', 'nowhere.csv']],
    [['match', 'a.csv', '--colour', 'red']],
    [['match', 'a.csv', '--seed', '-1']],
    [['match', 'a.csv', '--seed', '1.5']],
    [['match', 'a.csv', '--seconds', '0']],
    [['match', 'a.csv', '--workers', '0']],
    [['match', 'a.csv', '--moves', '10', '--seconds', '1']],
    [['match', 'a.csv', '--score-only']],
    [['conjure']],
    [[]],
  ])('the arguments %j', async (args) => {
    const { code, out, err } = await tailcamp(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  });
});

const REAL_EXPORT = '../shared/data/surveys/forms-export.csv';

describe.skipIf(!existsSync(REAL_EXPORT))('a real export', () => {
  it.each([
    [3, 5],
    [4, 4],
  ])('is grouped by %i to %i with every hard rule kept', async (min, max) => {
    const columns = 'Check the times that you will be UNAVAILABLE for group work. [*]';
    const criteria = [
      { kind: 'notAlone', column: 'With which gender do you identify?', value: 'woman', hard: true },
      { kind: 'overlap', columns, busy: true, minBlocks: 3, desired: 6, hard: true },
      { kind: 'balance', column: '*AutoCAD*' },
    ];
    const policy = await file('real.json', JSON.stringify({ groupSize: { min, max }, criteria }));
    const { code, out } = await tailcamp('match', REAL_EXPORT, '--policy', policy, '--moves', '50000', '--json');
    expect(code).toBe(0);
    expect(MatchReport.parse(JSON.parse(out)).hardViolations).toEqual([]);
  });
});
