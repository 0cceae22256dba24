import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MatchReport, type Policy } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../cli.js';

const PROJECTS = ['Atlas of tides', 'Bread & bikes', 'Canal maps'];
const STUDENTS = 24;

/** Each ranks two or three of three projects, wishes one or two of four roles, and rates two skills. */
function survey(): string {
  const roles = ['Coder', 'Writer', 'Tester', 'Planner'];
  const rows = Array.from({ length: STUDENTS }, (_, i) => [
    `s${i}@school.example`,
    `Student ${i}`,
    ...PROJECTS.map((_project, p) => ((p + i) % 3 === 2 && i % 2 === 0 ? '' : String((p + i) % 3))),
    `"${roles[i % 4]}; ${roles[(i + 1 + (i % 3)) % 4]}"`,
    String(1 + (i % 5)),
    `${1 + ((i * 3) % 4)}. ${i % 2 === 0 ? 'Seldom' : 'Often'}`,
  ]);
  const header = [
    'E-mail',
    'Name',
    ...PROJECTS.map((project) => `projectPreference[${project}]`),
    'Role',
    'Skill: SQL',
    'Skill: maps',
  ];
  return `\uFEFF${[header, ...rows].map((cells) => cells.join('\t')).join('\r\n')}\r\n`;
}

const POLICY: Policy = {
  groups: [
    { name: 'Canal maps', min: 6, max: 9 },
    { name: 'Atlas of tides', min: 6, max: 9 },
    { name: 'Bread & bikes', min: 0, max: 9 },
  ],
  objective: 'mean',
  criteria: [
    { kind: 'preference', columns: 'projectPreference[*]', hard: true },
    { kind: 'preference', columns: 'projectPreference[*]', weight: 4 },
    { kind: 'cover', columns: 'Skill: *', required: { SQL: 5, maps: 4 }, hard: true },
    { kind: 'cover', columns: ['Skill: SQL', 'Skill: maps'], required: { 'Skill: SQL': 5 }, step: true },
    { kind: 'roles', column: 'Role', private: true },
  ],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tailcamp-projects-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function match(policy: unknown, flags: string[] = [], text = survey()) {
  const at = (name: string) => join(folder, name);
  await writeFile(at('survey.csv'), text);
  await writeFile(at('policy.json'), JSON.stringify(policy));
  let [out, err] = ['', ''];
  const terminal = {
    out: (said: string) => {
      out += said;
    },
    err: (said: string) => {
      err += said;
    },
    watched: false,
  };
  const files = ['--out', at('g.csv'), '--report', at('r.json')];
  const args = ['match', at('survey.csv'), '--policy', at('policy.json'), '--moves', '30000', ...files, ...flags];
  const code = await run(args, terminal);
  const read = async () => MatchReport.parse(JSON.parse(await readFile(at('r.json'), 'utf8')));
  return { code, out, err, csv: () => readFile(at('g.csv'), 'utf8'), report: read, at };
}

describe('tailcamp match for projects', () => {
  it('puts students into projects that they ranked, with skills and roles, under the names of these', async () => {
    const { code, csv, report } = await match(POLICY);
    expect(code).toBe(0);
    const { groups, hardViolations } = await report();
    expect(hardViolations).toEqual([]);
    expect(groups.map(({ name }) => name)).toEqual(POLICY.groups?.map(({ name }) => name));
    for (const { members } of groups) expect(members.length).toBeLessThanOrEqual(9);
    const rows = (await csv()).trim().split('\n').slice(1);
    expect(rows).toHaveLength(STUDENTS);
    // Counted from the rows of the survey: nobody is where they ranked nothing, and who ranks it first is there more often.
    const ranks = rows.map((row) => {
      const [group = '', id = ''] = row.split(',');
      const [i, p] = [Number(id.slice(1, id.indexOf('@'))), PROJECTS.indexOf(group)];
      return (p + i) % 3 === 2 && i % 2 === 0 ? null : (p + i) % 3;
    });
    expect(ranks).not.toContain(null);
    expect(ranks.filter((rank) => rank === 0).length).toBeGreaterThanOrEqual(20);
    const [ranked, wished, skills, step, roles] = groups[0]!.criteria;
    expect([ranked?.kind, wished?.kind, skills?.satisfied, step?.score, roles?.private]).toEqual([
      'preference',
      'preference',
      true,
      1,
      true,
    ]);
    expect(skills?.evidence).toBe('SQL 5 of 5; maps 4 of 4');
    expect(roles?.evidence).toMatch(/^\d of \d get a role they wish: /);
    const mean = groups.reduce((sum, { members, score }) => sum + members.length * score, 0) / STUDENTS;
    expect((await report()).objective).toBeCloseTo(mean, 9);
  });

  it('names the projects that have too few places for those who ranked nothing else', async () => {
    const groups = POLICY.groups?.map((group) =>
      group.name === 'Canal maps' ? { ...group, min: 1, max: 3 } : { ...group, max: 20 },
    );
    const text = survey().replace(/^(s\d@school.example\t.*?)\t[012]?\t[012]?\t[012]?\t/gm, '$1\t\t\t1\t');
    const { code, report, err } = await match({ ...POLICY, groups }, [], text);
    expect(code).toBe(3);
    const { conflict, hardViolations } = await report();
    expect(conflict?.proved).toBe(true);
    expect(conflict?.members).toHaveLength(4);
    expect(conflict?.relaxation).toContain('4 students ranked only "Canal maps", with 3 places');
    expect(hardViolations.length).toBeGreaterThan(0);
    expect(err).toContain('Canal maps');
  });

  it.each<[string, unknown, RegExp]>([
    [
      'sizes and names at once',
      { ...POLICY, groupSize: { min: 3, max: 5 } },
      /groupSize: Give either "groupSize" or "groups"/,
    ],
    ['neither', { criteria: [] }, /groupSize: Give either "groupSize" or "groups"/],
    [
      'one name twice',
      {
        groups: [
          { name: 'A', min: 1, max: 30 },
          { name: 'a', min: 1, max: 2 },
        ],
        criteria: [],
      },
      /groups\[1\]\.name: Two groups/,
    ],
    [
      'preferences without names',
      { groupSize: { min: 3, max: 5 }, criteria: [{ kind: 'preference', columns: 'projectPreference[*]' }] },
      /criteria\.0\.preference: .*named groups/,
    ],
    [
      'a skill that no column has',
      { ...POLICY, criteria: [{ kind: 'cover', columns: 'Skill: *', required: { knitting: 1 } }] },
      /criteria\.0\.cover: no column tells of the skill "knitting"/,
    ],
    [
      'a level of nothing',
      { ...POLICY, criteria: [{ kind: 'cover', columns: 'Skill: *', required: { SQL: 0 } }] },
      /criteria\[0\]\.required\.SQL/,
    ],
  ])('refuses %s', async (_what, policy, reason) => {
    const { code, err } = await match(policy);
    expect(code).toBe(2);
    expect(err).toMatch(reason);
  });

  it('scores given groups by their names, and refuses a name that the policy has not', async () => {
    const given = (name: string) =>
      Array.from({ length: STUDENTS }, (_, i) => `${i % 2 ? name : 'CANAL MAPS'},s${i}@school.example`);
    const { at } = await match(POLICY);
    await writeFile(at('given.csv'), `group,id\n${given('Atlas of tides').join('\n')}\n`);
    const scored = await match(POLICY, ['--groups', at('given.csv'), '--score-only']);
    const { groups, hardViolations } = await scored.report();
    expect(groups.map(({ name }) => name).sort()).toEqual(['Atlas of tides', 'Canal maps']);
    expect(hardViolations).toContainEqual(
      expect.objectContaining({ kind: 'groupSize', detail: '12 members, 6 to 9 wanted' }),
    );
    await writeFile(at('given.csv'), `group,id\n${given('Dunes').join('\n')}\n`);
    const refused = await match(POLICY, ['--groups', at('given.csv'), '--score-only']);
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringMatching(/row 3, column 1.*"Dunes" is no group of the policy/),
    ]);
  });
});
