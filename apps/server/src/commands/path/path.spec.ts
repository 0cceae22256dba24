import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tailcamp } from '../../testing/tailcamp.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tailcamp-path-'));
});
afterAll(() => rm(folder, { recursive: true }));

const WEB = `skill,prerequisite
caching,headers
caching,status
headers,http
status,http
http,text
text,
sessions,headers
`;

async function graph(content: string): Promise<string> {
  const file = join(folder, 'graph.csv');
  await writeFile(file, content);
  return file;
}

async function pathOf(content: string, ...args: string[]) {
  const { code, out, err } = await tailcamp('path', '--graph', await graph(content), '--json', ...args);
  return { code, err, answer: code === 0 ? JSON.parse(out) : null };
}

describe('tailcamp path', () => {
  it('puts all that a goal rests on before it', async () => {
    const { code, err, answer } = await pathOf(WEB, '--goal', 'caching');
    expect([code, err]).toEqual([0, '']);
    expect(answer).toEqual({
      goal: 'caching',
      path: [
        { skill: 'text', after: [] },
        { skill: 'http', after: ['text'] },
        { skill: 'headers', after: ['http'] },
        { skill: 'status', after: ['http'] },
        { skill: 'caching', after: ['headers', 'status'] },
      ],
    });
  });

  it('leaves out what is known, and what is needed only through it', async () => {
    const names = async (...known: string[]) => {
      const { answer } = await pathOf(WEB, '--goal', 'caching', ...known.flatMap((one) => ['--known', one]));
      return answer.path.map(({ skill }: { skill: string }) => skill);
    };
    expect(await names('http')).toEqual(['headers', 'status', 'caching']);
    expect(await names('headers')).toEqual(['text', 'http', 'status', 'caching']);
    expect(await names('headers', 'status')).toEqual(['caching']);
    expect(await names('caching')).toEqual([]);
  });

  it('prints a skill a line without --json, and tells of rows that stand there twice and of what it does not know', async () => {
    const file = await graph(`${WEB}status,http\n`);
    const { code, out, err } = await tailcamp('path', '--graph', file, '--goal', 'status', '--known', 'french');
    expect([code, out]).toEqual([0, 'text\nhttp\nstatus\n']);
    expect(err).toContain('1 row stands there twice');
    expect(err).toContain('"french" is known, but no skill of');
  });

  it.each([
    [
      'a circle, named',
      `${WEB}text,caching\n`,
      'caching',
      /row 9, column "prerequisite": these skills require each other: .*→/,
    ],
    ['a goal that is no skill', WEB, 'cashing', /there is no skill "cashing"/],
    ['a skill without a name', 'skill,prerequisite\n,http\n', 'http', /row 2.*skill.*empty/],
    ['a file without its columns', 'skill,needs\na,b\n', 'a', /there is no column "prerequisite"/],
  ])('ends with 2 for %s', async (_, content, goal, message) => {
    const { code, err } = await pathOf(content, '--goal', goal);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it.each([[['--goal', 'a']], [['--graph', 'x.csv']], [['--graph', 'missing.csv', '--goal', 'a']], [['--fast']]])(
    'ends with 2 for %j',
    async (args) => {
      expect((await tailcamp('path', ...args)).code).toBe(2);
    },
  );
});
