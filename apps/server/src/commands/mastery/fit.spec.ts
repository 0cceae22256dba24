import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../kernel/random.js';
import { tailcamp } from '../../testing/tailcamp.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tailcamp-mastery-'));
});
afterAll(() => rm(folder, { recursive: true }));

const TRUTH = { prior: 0.3, learn: 0.2, guess: 0.2, slip: 0.1 };

/** Answers of learners who learn as the model says, in no order of rows. */
function practice(learners: number, seed: number, skill = 'loops'): string {
  const random = new Random(seed);
  const rows = Array.from({ length: learners }, (_, learner) => {
    let has = random.chance(TRUTH.prior);
    return Array.from({ length: 8 }, (_, order) => {
      const right = random.chance(has ? 1 - TRUTH.slip : TRUTH.guess);
      has ||= random.chance(TRUTH.learn);
      return `learner ${seed}-${learner},${skill},${right ? 1 : 0},${order}`;
    });
  }).flat();
  return `learner,skill,correct,order\n${random.shuffled(rows).join('\n')}\n`;
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('tailcamp mastery fit', () => {
  it('prints the parameters of each skill, and how well they tell answers on held-out learners', async () => {
    const [training, held] = [await file('training.csv', practice(800, 1)), await file('held.csv', practice(200, 2))];
    const { code, out, err } = await tailcamp('mastery', 'fit', training, '--test', held, '--json');
    expect([code, err]).toEqual([0, '']);
    const { skills, auc } = JSON.parse(out);
    expect(skills).toHaveLength(1);
    expect(skills[0]).toMatchObject({ skill: 'loops', n: 6400 });
    for (const [key, value] of Object.entries(TRUTH)) expect(Math.abs(skills[0][key] - value), key).toBeLessThan(0.08);
    expect(auc).toBeGreaterThan(0.65);
  });

  it('takes several skills in a cell, and one that was not trained', async () => {
    const training = await file('both.csv', practice(20, 3, 'loops ~ lists'));
    const held = await file('other.csv', practice(20, 4, 'maps'));
    const { out } = await tailcamp('mastery', 'fit', training, '--test', held, '--json');
    const { skills, auc } = JSON.parse(out);
    expect(skills.map(({ skill, n }: { skill: string; n: number }) => [skill, n])).toEqual([
      ['lists', 160],
      ['loops', 160],
    ]);
    expect(auc).toBeGreaterThan(0.5);
  });

  it('prints a table without --json, and no AUC where there is none', async () => {
    const training = await file('right.csv', 'learner,skill,correct,order\nann,loops,1,1\nann,loops,1,2\n');
    const { out, err } = await tailcamp('mastery', 'fit', training);
    expect(out).toMatch(/^skill {2}prior {2}learn {2}guess +slip +n\nloops +0\.\d{3}/);
    expect(err).toContain('no AUC');
  });

  it.each([
    ['no order', 'learner,skill,correct,order\nann,loops,1,\n', 'row 2, column 4 ("order"): it is empty: a number'],
    ['a skill without a name', 'learner,skill,correct,order\nann,loops~,1,1\n', 'row 2, column 2 ("skill"): "loops~"'],
    ['a strange answer', 'learner,skill,correct,order\nann,loops,0.5,1\n', 'row 2, column 3 ("correct"): "0.5"'],
    ['a missing column', 'learner,skill,correct\nann,loops,1\n', 'row 1, column 1: there is no column "order"'],
  ])('refuses %s by row, column and reason', async (_, content, message) => {
    const path = await file('broken.csv', content);
    const { code, out, err } = await tailcamp('mastery', 'fit', path, '--json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`${path}: ${message}`);
  });

  it('refuses a file that is not there', async () => {
    const { code, err } = await tailcamp('mastery', 'fit', join(folder, 'none.csv'));
    expect([code, err]).toEqual([2, expect.stringContaining('none.csv: cannot be read: there is no such file')]);
  });
});
