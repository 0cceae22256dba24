import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../../kernel/id.js';
import { TestApp } from '../../../../testing/app.js';
import { libraryDatabase } from '../../../../testing/library-database.js';
import { DEVELOPMENT } from './corpus/development.js';
import { SECOND_DEVELOPMENT } from './corpus/development-2.js';
import { THIRD_DEVELOPMENT } from './corpus/development-3.js';
import { FOURTH_DEVELOPMENT } from './corpus/development-4.js';
import { HELD_OUT } from './corpus/held-out.js';
import type { Questions } from './corpus/questions.js';
import { FindEvidence } from './find-evidence.js';

let app: TestApp;
let find: FindEvidence;
beforeAll(async () => {
  app = await TestApp.start({}, libraryDatabase());
  find = app.nest.get(FindEvidence);
}, 600_000);
afterAll(() => app.close());

/** Of the answerable ones those whose first source is right, of the others those that are answered. */
async function measured({ answerable, unanswerable }: Questions) {
  const right: string[] = [];
  const answered: string[] = [];
  const campId = newId();
  for (const [asked, ...lessons] of answerable) {
    const { answers, sources } = await find.run(campId, asked);
    if (answers && lessons.includes(sources[0]?.lesson.id ?? '')) right.push(asked);
  }
  for (const asked of unanswerable) if ((await find.run(campId, asked)).answers) answered.push(asked);
  return { right, answered };
}

const HALF = 30;

it('cites the right source first, and declines what no lesson answers, of questions that were held out', async () => {
  expect([HELD_OUT.answerable.length, HELD_OUT.unanswerable.length]).toEqual([HALF, HALF]);
  const { right, answered } = await measured(HELD_OUT);
  console.info(`held out: ${right.length} of ${HALF} right, ${HALF - answered.length} of ${HALF} declined`, answered);
  expect(right.length).toBeGreaterThanOrEqual(27);
  expect(answered.length).toBeLessThanOrEqual(3);
}, 60_000);

it('does as well on the first questions that its rules were set on', async () => {
  const { right, answered } = await measured(DEVELOPMENT);
  console.info(`development: ${right.length} of ${HALF} right, ${HALF - answered.length} of ${HALF} declined`);
  expect(right.length).toBeGreaterThanOrEqual(24);
  expect(answered.length).toBeLessThanOrEqual(1);
}, 60_000);

it('has no question twice in what it was set on and measured with', () => {
  const parts = [DEVELOPMENT, SECOND_DEVELOPMENT, THIRD_DEVELOPMENT, FOURTH_DEVELOPMENT, HELD_OUT];
  const all = parts.flatMap(({ answerable, unanswerable }) => [...answerable.map(([asked]) => asked), ...unanswerable]);
  const twice = all.filter((asked, at) => all.indexOf(asked) !== at);
  expect(twice).toEqual([]);
});

it('gives with each passage the section that it is from, code included', async () => {
  const { sources, sections } = await find.run(newId(), 'What is a closure?');
  expect(sources[0]).toMatchObject({ number: 1, lesson: { id: 'scope-what-a-function-takes-along' } });
  expect(sections.join('\n')).toContain('```');
  for (const [at, { heading }] of sources.entries()) if (heading !== null) expect(sections[at]).toContain('## ');
});
