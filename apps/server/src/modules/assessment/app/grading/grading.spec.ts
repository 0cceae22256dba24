import { fileURLToPath } from 'node:url';
import { type Attempt, assessment, assessmentSettings, camps, classResults, grading } from '@tailcamp/contracts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { BringContent } from '../library/bring-content.js';
import { UNTOLD } from '../settings/camp-rules.js';

const FIXTURE = fileURLToPath(new URL('../library/fixtures/tracks', import.meta.url));

let app: TestApp;
let instructor: SignedIn;
let ada: SignedIn;
let campId: string;
let attemptId: string;
beforeAll(async () => {
  app = await TestApp.start();
  await app.nest.get(BringContent).run(FIXTURE);
});
afterAll(() => app.close());
/** A student who knew nothing, and wrote an answer at the end. */
beforeEach(async () => {
  instructor = await app.asInstructor();
  ada = await app.asStudent('Ada Student');
  const camp = await instructor.call(camps.create, { name: 'Spring', timeZone: 'UTC' });
  campId = camp.id;
  await ada.call(camps.join, { code: camp.joinCode ?? '' });
  const settings = { ...UNTOLD, tracks: ['small-talk'], written: 1 };
  await instructor.call(assessmentSettings.save, { campId, settings, version: 0 });
  let attempt: Attempt = await ada.call(assessment.start, { campId, track: 'small-talk' });
  attemptId = attempt.id;
  while (attempt.question !== null) {
    const { position, version, asked } = attempt.question;
    const written = asked.kind === 'essay' ? ({ kind: 'essay', text: 'My own words.' } as const) : null;
    const answer =
      written ??
      (asked.kind === 'program' ? ({ kind: 'program', source: 'say()' } as const) : ({ kind: 'unknown' } as const));
    attempt = await ada.call(assessment.answer, { attemptId, position, version, answer });
  }
});

it('waits in the queue with its rubric until somebody grades it, and its learner sees the grade', async () => {
  expect(await ada.call(assessment.result, { attemptId })).toMatchObject({
    pending: 1,
    written: [{ state: 'pending' }],
  });
  const { items, pending } = await instructor.call(grading.queue, { campId });
  expect(pending).toBe(1);
  expect(items).toMatchObject([{ name: 'Ada Student', state: 'pending', points: null }]);
  const answerId = items[0]?.id ?? '';
  const one = await instructor.call(grading.get, { campId, answerId });
  expect(one.sample).not.toBe('');
  const best = one.rubric.map(({ levels }) => levels.length - 1);
  const input = { campId, answerId, levels: best, comment: 'Well put.', version: one.version };
  const graded = await instructor.call(grading.grade, input);
  expect(graded).toMatchObject({ state: 'graded', points: one.of, grade: { comment: 'Well put.', levels: best } });
  expect(await ada.call(assessment.result, { attemptId })).toMatchObject({
    pending: 0,
    written: [{ state: 'graded', points: one.of }],
  });
  const { answers } = await ada.call(assessment.review, { attemptId });
  expect(answers.at(-1)?.grade).toMatchObject({ points: one.of, comment: 'Well put.' });
  expect((await instructor.call(grading.queue, { campId })).pending).toBe(0);
  expect((await instructor.call(grading.queue, { campId, state: 'graded' })).items).toHaveLength(1);
});

it('can be graded anew, but not over what somebody else has graded meanwhile', async () => {
  const [waiting] = (await instructor.call(grading.queue, { campId })).items;
  const one = await instructor.call(grading.get, { campId, answerId: waiting?.id ?? '' });
  const none = { campId, answerId: one.id, levels: one.rubric.map(() => 0), version: one.version };
  const first = await instructor.call(grading.grade, none);
  expect(first.points).toBe(one.rubric.reduce((sum, { levels }) => sum + (levels[0]?.points ?? 0), 0));
  expect(await instructor.refused(grading.grade, none)).toMatchObject({ status: 409, current: { state: 'graded' } });
  const again = await instructor.call(grading.grade, { ...none, version: first.version, comment: 'Seen again.' });
  expect(again.grade?.comment).toBe('Seen again.');
  expect((await ada.call(assessment.result, { attemptId })).pending).toBe(0);
});

it('refuses levels that the rubric does not have, and everybody but staff', async () => {
  const [waiting] = (await instructor.call(grading.queue, { campId })).items;
  const answerId = waiting?.id ?? '';
  const problem = await instructor.refused(grading.grade, { campId, answerId, levels: [5], version: 1 });
  expect(problem).toMatchObject({ status: 422, fields: [{ field: expect.stringMatching(/^levels\./) }] });
  expect((await ada.refused(grading.queue, { campId })).status).toBe(403);
  expect((await ada.refused(grading.get, { campId, answerId })).status).toBe(403);
  expect((await ada.refused(classResults.get, { campId, track: 'small-talk' })).status).toBe(403);
});

it('a class is everybody, begun or not, with what the newest attempts have shown', async () => {
  const bo = await app.asStudent('Bo Student');
  await bo.call(camps.join, { code: (await instructor.call(camps.get, { campId })).joinCode ?? '' });
  const results = await instructor.call(classResults.get, { campId, track: 'small-talk' });
  expect(results).toMatchObject({ students: 2, finished: 1, open: 0, pending: 1 });
  expect(results.items.map(({ name, state }) => [name, state])).toEqual([
    ['Ada Student', 'over'],
    ['Bo Student', 'not-started'],
  ]);
  expect(results.meanAbility).toBeLessThan(0);
  expect(results.distribution.reduce((sum, { students }) => sum + students, 0)).toBe(1);
  expect(results.skills[0]?.mean).toBeLessThan(0.5);
  const paged = await instructor.call(classResults.get, { campId, track: 'small-talk', limit: 1 });
  const rest = await instructor.call(classResults.get, {
    campId,
    track: 'small-talk',
    limit: 1,
    cursor: paged.next ?? '',
  });
  expect([...paged.items, ...rest.items].map(({ name }) => name)).toEqual(['Ada Student', 'Bo Student']);
  expect(rest.next).toBeNull();
});
