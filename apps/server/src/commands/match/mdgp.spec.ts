import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MatchReport } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tailcamp } from '../../testing/tailcamp.js';

/** Elements of two kinds, far from their own and near to the other: the best groups are the kinds. */
const INSTANCE = `6 2 ss 3 3 3 3 \n${[0, 1, 2, 3, 4, 5]
  .flatMap((i) => [0, 1, 2, 3, 4, 5].filter((j) => j > i).map((j) => `${i} ${j} ${(j - i) % 2 === 0 ? 10.5 : 1}`))
  .join('\n')}\n`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tailcamp-mdgp-'));
  await writeFile(join(folder, 'instance.txt'), INSTANCE);
});
afterAll(() => rm(folder, { recursive: true }));

describe('tailcamp match --mdgp', () => {
  it('writes each element with its group, and a report of the summed distance', async () => {
    const at = (name: string) => join(folder, name);
    const flags = ['--out', at('o.csv'), '--report', at('r.json'), '--moves', '2000', '--seed', '7'];
    const { code, out, err } = await tailcamp('match', '--mdgp', at('instance.txt'), ...flags);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('summed distance 63');
    const csv = await readFile(at('o.csv'), 'utf8');
    expect(csv).toMatch(/^element,group\n0,[01]\n1,[01]\n/);
    const groupOf = csv
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',')[1]);
    expect(groupOf).toEqual([0, 1, 2, 3, 4, 5].map((i) => (i % 2 === 0 ? groupOf[0] : groupOf[1])));
    const report = MatchReport.parse(JSON.parse(await readFile(at('r.json'), 'utf8')));
    expect(report).toMatchObject({ seed: 7, objective: 63, hardViolations: [], bound: null });
    expect(report.groups.map(({ name, score }) => [name, score])).toEqual([
      ['0', 31.5],
      ['1', 31.5],
    ]);
  });

  it('prints the report alone with --json, else the groups', async () => {
    const plain = await tailcamp('match', '--mdgp', join(folder, 'instance.txt'), '--moves', '500');
    expect(plain.out.split('\n')).toHaveLength(8);
    const json = await tailcamp('match', '--mdgp', join(folder, 'instance.txt'), '--moves', '500', '--json');
    expect(MatchReport.parse(JSON.parse(json.out)).groups).toHaveLength(2);
  });

  it('refuses a bad file by row and reason, and flags that do not belong', async () => {
    await writeFile(join(folder, 'bad.txt'), INSTANCE.replace('0 2 10.5', '0 9 10.5'));
    const bad = await tailcamp('match', '--mdgp', join(folder, 'bad.txt'));
    expect(bad.code).toBe(2);
    expect(bad.err).toMatch(/bad\.txt.*row 3.*0 to 5, not "9"/s);
    expect((await tailcamp('match', '--mdgp', join(folder, 'none.txt'))).code).toBe(2);
    const both = await tailcamp('match', 'survey.csv', '--mdgp', join(folder, 'instance.txt'));
    expect(both.code).toBe(2);
    expect(both.err).toContain('--mdgp goes without');
  });
});
