import { fileURLToPath } from 'node:url';
import { type Answer, assessment, assessmentSettings, camps } from '@tailcamp/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { BringContent } from '../library/bring-content.js';
import { UNTOLD } from '../settings/camp-rules.js';

const FIXTURE = fileURLToPath(new URL('../library/fixtures/tracks', import.meta.url));

let app: TestApp;
let ada: SignedIn;
beforeAll(async () => {
  app = await TestApp.start();
  await app.nest.get(BringContent).run(FIXTURE);
  ada = await app.asStudent('Ada Student');
});
afterAll(() => app.close());

async function measured(): Promise<string[]> {
  const { body } = await app.nest.inject({ method: 'GET', url: '/metrics' });
  return body.split('\n').filter((line) => /^tailcamp_(attempt|written)/.test(line));
}

it('counts attempts that are started, go on, wait to be graded and end', async () => {
  const instructor = await app.asInstructor();
  const { id: campId, joinCode } = await instructor.call(camps.create, { name: 'Spring', timeZone: 'UTC' });
  await ada.call(camps.join, { code: joinCode ?? '' });
  const settings = { ...UNTOLD, tracks: ['small-talk'], written: 1, waitHours: 0 };
  await instructor.call(assessmentSettings.save, { campId, settings, version: 0 });
  expect(await measured()).toEqual(
    expect.arrayContaining(['tailcamp_attempts_open 0', 'tailcamp_written_answers_pending 0']),
  );

  let attempt = await ada.call(assessment.start, { campId, track: 'small-talk' });
  await ada.call(assessment.start, { campId, track: 'small-talk' });
  expect(await measured()).toEqual(
    expect.arrayContaining(['tailcamp_attempts_started_total 1', 'tailcamp_attempts_open 1']),
  );
  let marked = 0;
  while (attempt.question !== null) {
    const { position, version, asked } = attempt.question;
    const answer: Answer = asked.kind === 'essay' ? { kind: 'essay', text: 'Because.' } : { kind: 'unknown' };
    if (answer.kind === 'unknown') marked += 1;
    attempt = await ada.call(assessment.answer, { attemptId: attempt.id, position, version, answer });
  }
  expect(await measured()).toEqual(
    expect.arrayContaining([
      `tailcamp_attempts_finished_total{by="${attempt.endedBy}"} 1`,
      `tailcamp_attempt_questions_sum ${marked}`,
      'tailcamp_attempt_questions_count 1',
      `tailcamp_attempt_step_seconds_count ${marked + 1}`,
      'tailcamp_attempts_open 0',
      'tailcamp_written_answers_pending 1',
    ]),
  );
  const { id: attemptId } = await ada.call(assessment.start, { campId, track: 'small-talk' });
  await ada.call(assessment.finish, { attemptId });
  await ada.call(assessment.finish, { attemptId });
  expect(await measured()).toContain('tailcamp_attempts_finished_total{by="learner"} 1');
});
