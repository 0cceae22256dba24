import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { camps, itemFiles, skillGraph } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Operator } from '../../gateway/operator/operator.js';
import { OperatorSocket } from '../../gateway/operator/operator-socket.js';
import { operatorSocket } from '../../platform/data-directory.js';
import { type SignedIn, TestApp } from '../../testing/app.js';
import { tailcamp } from '../../testing/tailcamp.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tailcamp-import-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const GRAPH = 'skill,prerequisite\nvectors,\nmatrices,vectors\n';
const ITEMS = 'id,skill,kind,stem,explanation,answer\nq-one,vectors,number,How many?,Count.,3\n';

describe('with a server that holds the data directory', () => {
  let app: TestApp;
  let socket: OperatorSocket;
  let ines: SignedIn;
  let data: string;
  beforeAll(async () => {
    app = await TestApp.start();
    ines = await app.asInstructor();
    data = await mkdtemp(join(tmpdir(), 'tailcamp-held-'));
    socket = await OperatorSocket.listen(operatorSocket(data), app.nest.get(Operator));
  });
  afterAll(async () => {
    await socket.close();
    await app.close();
    await rm(data, { recursive: true });
  });
  const run = (...args: string[]) => tailcamp('import', ...args, '--data', data);

  it('brings skills, questions and people into a camp, which its staff see at once', async () => {
    const { id: campId } = await ines.call(camps.create, { name: 'Spring 2027' });
    const skills = await run('skills', await file('algebra.csv', GRAPH), '--camp', 'spring 2027', '--json');
    expect([skills.code, skills.err]).toEqual([0, '']);
    expect(JSON.parse(skills.out)).toMatchObject({ read: 2, added: 2, refused: 0 });
    const items = await run('items', await file('items.csv', ITEMS), '--camp', campId);
    expect([items.code, items.out]).toEqual([
      0,
      'row 2: added: q-one\nitems.csv: 1 read, 1 added, 0 changed, 0 as before, 0 refused\n',
    ]);
    const people = await file('people.csv', 'name,email\nAda,ada@example.org\nBo,\n');
    const roster = await run('roster', people);
    expect(roster.out).toContain('people.csv: 2 read');
    expect((await ines.call(camps.members, { campId })).items.map(({ name }) => name)).toContain('Ada');
    expect(await ines.call(itemFiles.exportCsv, { campId })).toContain('q-one');
    expect((await ines.call(skillGraph.track, { campId, track: 'algebra' })).skills).toHaveLength(2);
  });

  it('ends with 2 for what is broken, naming row, column and reason', async () => {
    const circle = await run('skills', await file('c.csv', 'skill,prerequisite\na,b\nb,a\n'));
    expect(circle.code).toBe(2);
    expect(circle.err).toMatch(/row 3, column "prerequisite": these skills require each other: a → b → a/);
    const unknown = await run('items', await file('u.csv', ITEMS.replace('vectors', 'nowhere')));
    expect(unknown.code).toBe(2);
    expect(unknown.out).toMatch(/row 2, column "skill": refused: There is no skill “nowhere”/);
    expect((await run('items', await file('n.csv', 'stem\nx\n'))).err).toMatch(/there is no column "kind"/);
    expect((await run('items', join(folder, 'missing.csv'))).err).toMatch(/there is no such file/);
    expect((await run('skills', await file('g.csv', GRAPH), '--camp', 'Winter')).err).toMatch(
      /no camp "Winter".*There are: Spring 2027/,
    );
    expect((await run('items')).code).toBe(2);
    expect((await run('skills', 'a.csv', '--fast')).code).toBe(2);
  });
});

describe('without a server', () => {
  it('opens the database itself, and finds there the next time what it brought', async () => {
    const data = await mkdtemp(join(tmpdir(), 'tailcamp-free-'));
    const args = ['import', 'skills', await file('algebra.csv', GRAPH), '--data', data];
    const first = await tailcamp(...args);
    expect([first.code, first.out]).toEqual([
      0,
      'added: vectors\nadded: matrices\nalgebra.csv: 2 read, 2 added, 0 changed, 0 as before, 0 refused\n',
    ]);
    expect((await tailcamp(...args)).out).toBe('algebra.csv: 2 read, 0 added, 0 changed, 2 as before, 0 refused\n');
    const roster = await tailcamp(
      'import',
      'roster',
      await file('r.csv', 'name,email\nAda,a@b.example\n'),
      '--data',
      data,
    );
    expect([roster.code, roster.err]).toEqual([2, expect.stringContaining('There are no camps yet.')]);
    await rm(data, { recursive: true });
  }, 60_000);
});
