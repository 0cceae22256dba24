import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tailcamp } from '../../testing/tailcamp.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tailcamp-items-'));
});
afterAll(() => rm(folder, { recursive: true }));

const ITEMS = 'id,a,b,c,d\nq1,1,0,0,1\nq2,1.5,-0.5,0.2,1\nq3,0.8,1,0.25,0.95\n';
const RESPONSES = 'learner,item,correct\nbo,q1,1\nann,q1,0\nbo,q3,1\nbo,q2,1\nann,q2,false\n';

async function estimate(items: string, responses: string, ...flags: string[]) {
  const [itemsPath, responsesPath] = [join(folder, 'items.csv'), join(folder, 'responses.csv')];
  await writeFile(itemsPath, items);
  await writeFile(responsesPath, responses);
  const { code, out, err } = await tailcamp('items', 'estimate', itemsPath, responsesPath, ...flags);
  return { code, out, err: err.replaceAll(`${folder}/`, '') };
}

/** The mean and deviation of the posterior, written out for an item of four parameters. */
function posteriorOf(answers: readonly (readonly [a: number, b: number, c: number, d: number, right: boolean])[]) {
  let [sum, first, second] = [0, 0, 0];
  for (let point = -60; point <= 60; point++) {
    const theta = point / 10;
    let weight = Math.exp(-(theta * theta) / 2);
    for (const [a, b, c, d, right] of answers) {
      const p = c + (d - c) / (1 + Math.exp(-a * (theta - b)));
      weight *= right ? p : 1 - p;
    }
    sum += weight;
    first += weight * theta;
    second += weight * theta * theta;
  }
  return { theta: first / sum, se: Math.sqrt(second / sum - (first / sum) ** 2) };
}

describe('tailcamp items estimate', () => {
  it('prints each learner’s ability and standard error, in the order of the file', async () => {
    const { code, out, err } = await estimate(ITEMS, RESPONSES, '--json');
    expect([code, err]).toEqual([0, '']);
    const [bo, ann, ...others] = JSON.parse(out);
    expect(others).toEqual([]);
    const expected = posteriorOf([
      [1, 0, 0, 1, true],
      [0.8, 1, 0.25, 0.95, true],
      [1.5, -0.5, 0.2, 1, true],
    ]);
    expect(bo).toEqual({ learner: 'bo', theta: expect.closeTo(expected.theta, 6), se: expect.closeTo(expected.se, 6) });
    expect(ann.theta).toBeLessThan(0);
  });

  it('takes items without guessing or upper asymptote for those of two parameters', async () => {
    const { out } = await estimate('id;a;b\nq1;1;0\n', 'learner;item;correct\nbo;q1;1\n', '--json');
    expect(JSON.parse(out)[0].theta).toBeCloseTo(posteriorOf([[1, 0, 0, 1, true]]).theta, 6);
  });

  it('prints a table without --json', async () => {
    const { out } = await estimate(ITEMS, RESPONSES);
    expect(out.split('\n')[0]).toBe('learner   theta     se  answers');
    expect(out).toMatch(/^bo +0\.\d{3} {2}0\.\d{3} +3$/m);
  });

  it.each([
    [
      'no number',
      ITEMS.replace('1.5', 'steep'),
      RESPONSES,
      'items.csv: row 3, column 2 ("a"): "steep" is not a number',
    ],
    ['an asymptote below guessing', ITEMS.replace('0.95', '0.2'), RESPONSES, 'items.csv: row 4, column 5 ("d"): "0.2"'],
    ['an item twice', ITEMS.replace('q3', 'q1'), RESPONSES, 'items.csv: row 4, column 1 ("id"): "q1" stands in row 2'],
    [
      'no such column',
      ITEMS.replace('id,a', 'id,slope'),
      RESPONSES,
      'items.csv: row 1, column 1: there is no column "a"',
    ],
    ['an unknown item', ITEMS, `${RESPONSES}bo,q9,1\n`, 'responses.csv: row 7, column 2 ("item"): "q9" is no item of'],
    [
      'a strange answer',
      ITEMS,
      `${RESPONSES}cy,q1,yes\n`,
      'responses.csv: row 7, column 3 ("correct"): "yes" is neither',
    ],
    ['an answer twice', ITEMS, `${RESPONSES}bo,q1,0\n`, 'responses.csv: row 7, column 2 ("item"): "bo" has answered'],
    ['a cell too many', ITEMS, `${RESPONSES}bo,q1,0,1\n`, 'responses.csv: row 7, column 4: the row has 4 cells'],
    ['no answers', ITEMS, 'learner,item,correct\n', 'responses.csv: row 1, column 1 ("learner"): no answers below'],
  ])('refuses %s by file, row, column and reason', async (_, items, responses, message) => {
    const { code, out, err } = await estimate(items, responses, '--json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('tells of all faults at once', async () => {
    const { err } = await estimate(ITEMS, 'learner,item,correct\n,q1,1\nbo,q8,2\n');
    expect(err.trimEnd().split('\n')).toHaveLength(3);
  });
});

describe('a command of two words', () => {
  it('is named so, and unknown ones are told of with what there is', async () => {
    expect((await tailcamp('items', 'estimate', '--help')).err).toContain('Usage: tailcamp items estimate');
    expect((await tailcamp('items', 'estimate')).err).toContain('tailcamp items estimate: name the file of the items');
    const { code, err } = await tailcamp('items', 'count');
    expect(code).toBe(2);
    expect(err).toContain('there is no command "items count"');
    expect(err).toContain('  items estimate  ');
  });
});
