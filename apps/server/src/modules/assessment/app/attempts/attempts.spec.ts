import { fileURLToPath } from 'node:url';
import { type Answer, API, type Attempt, assessment, assessmentSettings, camps, type Item } from '@tailcamp/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { knowing } from '../../../../testing/knowing.js';
import { AttemptStore } from '../../store/attempts/attempt-store.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { BringContent } from '../library/bring-content.js';
import { UNTOLD } from '../settings/camp-rules.js';
import { EndAttempts } from './end-attempts.js';

const FIXTURE = fileURLToPath(new URL('../library/fixtures/tracks', import.meta.url));
const MINUTE = 60_000;

let app: TestApp;
let instructor: SignedIn;
let ada: SignedIn;
let campId: string;
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000' });
  await app.nest.get(BringContent).run(FIXTURE);
});
afterAll(() => app.close());
beforeEach(async () => {
  instructor = await app.asInstructor();
  ada = await app.asStudent('Ada Student');
  const camp = await instructor.call(camps.create, { name: 'Spring', timeZone: 'UTC' });
  campId = camp.id;
  await ada.call(camps.join, { code: camp.joinCode ?? '' });
  await settle({});
});

async function settle(change: Partial<typeof UNTOLD>): Promise<void> {
  const { version } = await instructor.call(assessmentSettings.get, { campId });
  const settings = { ...UNTOLD, tracks: ['small-talk'], written: 0, ...change };
  await instructor.call(assessmentSettings.save, { campId, settings, version });
}
const start = (who = ada) => who.call(assessment.start, { campId, track: 'small-talk' });

/** The item behind the question that waits, as the test of the server may look it up. */
async function itemOf(attempt: Attempt): Promise<Item> {
  const answers = await app.nest.get(AttemptStore).answers(attempt.id);
  const { itemId, version } = answers[attempt.question?.position ?? -1]!;
  return app.nest.get(LibraryStore).version(itemId, version);
}

async function answer(attempt: Attempt, given?: Answer): Promise<Attempt> {
  const { position, version } = attempt.question!;
  const said = given ?? knowing(attempt.question!.asked, await itemOf(attempt));
  return ada.call(assessment.answer, { attemptId: attempt.id, position, version, answer: said });
}

async function throughout(attempt: Attempt, given?: Answer): Promise<Attempt> {
  let now = attempt;
  while (now.question !== null) now = await answer(now, given);
  return now;
}

describe('an attempt', () => {
  it('is offered, started once however often it is asked for, and gone on with', async () => {
    const { tracks } = await ada.call(assessment.overview, { campId });
    expect(tracks[0]).toMatchObject({ id: 'small-talk', mayStart: true, open: null, minutes: 40 });
    const [one, two] = await Promise.all([start(), start()]);
    expect(two.id).toBe(one.id);
    expect(one.question).toMatchObject({ position: 0 });
    const again = await ada.call(assessment.overview, { campId });
    expect(again.tracks[0]).toMatchObject({ open: one.id, mayStart: false });
  });

  it('narrows its estimate with each answer, to the same question after a reload', async () => {
    const first = await start();
    const second = await answer(first);
    expect(second.progress.answered).toBe(1);
    expect(second.progress.standardErrors).toHaveLength(2);
    expect(second.progress.standardErrors[1]).toBeLessThan(1);
    expect(await ada.call(assessment.get, { attemptId: first.id })).toEqual({
      ...second,
      seq: expect.any(Number),
      now: expect.any(String),
    });
  });

  it('counts the first answer to a question: the same again changes nothing, another is refused', async () => {
    const first = await start();
    const said = knowing(first.question!.asked, await itemOf(first));
    const next = await answer(first, said);
    const again = await answer(first, said);
    expect(again.question?.position).toBe(next.question?.position);
    const { position, version } = first.question!;
    const other = { attemptId: first.id, position, version, answer: { kind: 'unknown' as const } };
    expect((await ada.refused(assessment.answer, other)).status).toBe(409);
  });

  it('refuses what is no answer to the question, by its field', async () => {
    const { id: attemptId, question } = await start();
    const { position, version, asked } = question!;
    const answer: Answer = asked.kind === 'number' ? { kind: 'text', text: 'x' } : { kind: 'number', value: 1 };
    const problem = await ada.refused(assessment.answer, { attemptId, position, version, answer });
    expect(problem).toMatchObject({ status: 422, fields: [{ field: 'answer' }] });
  });

  it('ends where nothing is left to ask, with what it has shown, and better for who knew than for who did not', async () => {
    const knew = await throughout(await start());
    expect(knew).toMatchObject({ state: 'over', question: null });
    const result = await ada.call(assessment.result, { attemptId: knew.id });
    expect(result.right).toBe(result.answered);
    expect(result.ability).toBeGreaterThan(0);
    expect(result.skills.length).toBeGreaterThan(1);
    await settle({ waitHours: 0 });
    const knewNot = await throughout(await start(), { kind: 'unknown' });
    const low = await ada.call(assessment.result, { attemptId: knewNot.id });
    expect(low.number).toBe(2);
    expect(low.ability).toBeLessThan(result.ability);
    expect(
      low.skills.every(({ id, mastery }) => mastery <= (result.skills.find((skill) => skill.id === id)?.mastery ?? 0)),
    ).toBe(true);
  });

  it('ends when its learner says so, and cannot be gone on with', async () => {
    const { id: attemptId } = await answer(await start());
    const over = await ada.call(assessment.finish, { attemptId });
    expect(over).toMatchObject({ state: 'over', endedBy: 'learner', question: null });
    expect(await ada.call(assessment.finish, { attemptId })).toMatchObject({ endedBy: 'learner' });
  });

  it('is nobody else’s while it is open, and staff’s once it is over', async () => {
    const { id: attemptId } = await answer(await start());
    const other = await app.asStudent('Other Student');
    await other.call(camps.join, { code: (await instructor.call(camps.get, { campId })).joinCode ?? '' });
    for (const who of [other, instructor]) {
      expect((await who.refused(assessment.get, { attemptId })).status).toBe(404);
    }
    expect((await instructor.refused(assessment.result, { attemptId })).status).toBe(409);
    await ada.call(assessment.finish, { attemptId });
    expect((await instructor.call(assessment.result, { attemptId })).answered).toBe(1);
    expect((await other.refused(assessment.result, { attemptId })).status).toBe(404);
  });
});

describe('its time', () => {
  it('is up by the server’s clock: what was answered counts, what comes later does not', async () => {
    await settle({ minutes: 5 });
    const second = await answer(await start());
    app.clock.advance(5 * MINUTE + 5000);
    const { position, version } = second.question!;
    const late = { attemptId: second.id, position, version, answer: { kind: 'unknown' as const } };
    expect((await ada.refused(assessment.answer, late)).detail).toContain('Time is up');
    expect(await ada.call(assessment.get, { attemptId: second.id })).toMatchObject({ state: 'over', endedBy: 'time' });
    expect((await ada.call(assessment.result, { attemptId: second.id })).answered).toBe(1);
  });

  it('ends an attempt that nobody looks at', async () => {
    await settle({ minutes: 5 });
    const { id } = await answer(await start());
    app.clock.advance(6 * MINUTE);
    await app.nest.get(EndAttempts).run();
    expect((await app.nest.get(AttemptStore).find(id))?.endedBy).toBe('time');
  });

  it('is longer for who needs it, in an attempt that is open too', async () => {
    await settle({ minutes: 5 });
    const open = await start();
    const member = (await instructor.call(camps.members, { campId })).items.find(({ name }) => name === 'Ada Student');
    const input = { campId, memberId: member?.id ?? '', timeFactor: 1.5, version: 0 };
    await instructor.call(assessmentSettings.accommodate, input);
    const now = await ada.call(assessment.get, { attemptId: open.id });
    expect(Date.parse(now.endsAt ?? '') - Date.parse(now.startedAt)).toBe(8 * MINUTE);
    expect((await instructor.refused(assessmentSettings.accommodate, input)).status).toBe(409);
    const { items } = await instructor.call(assessmentSettings.accommodations, { campId });
    expect(items).toMatchObject([{ name: 'Ada Student', timeFactor: 1.5, version: 1 }]);
  });
});

describe('another attempt', () => {
  it('waits as long as the camp says, and has an end', async () => {
    await settle({ attempts: 2, waitHours: 24 });
    await ada.call(assessment.finish, { attemptId: (await start()).id });
    const refused = await ada.refused(assessment.start, { campId, track: 'small-talk' });
    expect(refused.status).toBe(409);
    app.clock.advance(24 * 60 * MINUTE);
    ada = await app.signIn(ada.user.id);
    const second = await start();
    expect(second.number).toBe(2);
    await ada.call(assessment.finish, { attemptId: second.id });
    app.clock.advance(48 * 60 * MINUTE);
    ada = await app.signIn(ada.user.id);
    expect((await ada.refused(assessment.start, { campId, track: 'small-talk' })).detail).toContain('no attempts left');
  });
});

describe('a question that was met before', () => {
  it('comes last in the next attempt, in another camp too', async () => {
    await settle({ waitHours: 0 });
    const first = await answer(await answer(await start()));
    await ada.call(assessment.finish, { attemptId: first.id });
    const met = (await app.nest.get(AttemptStore).answers(first.id)).map(({ name }) => name);
    const other = await instructor.call(camps.create, { name: 'Summer', timeZone: 'UTC' });
    await ada.call(camps.join, { code: other.joinCode ?? '' });
    const settings = { ...UNTOLD, tracks: ['small-talk'], written: 0 };
    await instructor.call(assessmentSettings.save, { campId: other.id, settings, version: 0 });
    for (const attempt of [
      await start(),
      await ada.call(assessment.start, { campId: other.id, track: 'small-talk' }),
    ]) {
      const { met: known } = (await app.nest.get(AttemptStore).find(attempt.id))!;
      expect(known).toEqual(expect.arrayContaining(met));
      expect(known).not.toContain((await itemOf(attempt)).id);
    }
  });
});

describe('the key', () => {
  /** Everything that the API gives this student, asked in every way that an attempt can be asked. */
  async function everythingFor(who: SignedIn, attempt: Attempt): Promise<string> {
    const ids: Record<string, string> = { campId, attemptId: attempt.id, track: 'small-talk' };
    const answers: unknown[] = [attempt];
    for (const endpoint of Object.values(API).flatMap((module) => Object.values(module))) {
      if (endpoint.method !== 'GET') continue;
      const input = Object.fromEntries(
        [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, ids[name] ?? attempt.id]),
      );
      answers.push((await who.send(endpoint, input).catch(() => ({ body: null }))).body);
    }
    return JSON.stringify(answers);
  }

  it('of a question that waits is in nothing that the API gives', async () => {
    let attempt = await start();
    while (attempt.question !== null) {
      const item = await itemOf(attempt);
      const given = await everythingFor(ada, attempt);
      expect(given).toContain(item.stem.trim().split('\n')[0]);
      expect(given).not.toContain(item.explanation.trim());
      expect(given).not.toMatch(/"(accept|right|because|answer|tolerance|explanation|difficulty|rubric|sample)":/);
      attempt = await answer(attempt, { kind: 'unknown' });
    }
  }, 60_000);

  it('is told with each answer where the camp tells at once', async () => {
    await settle({ feedback: 'at-once' });
    const first = await start();
    const item = await itemOf(first);
    const { feedback } = await answer(first, { kind: 'unknown' });
    expect(feedback).toMatchObject({ position: 0, answer: { kind: 'unknown' }, marked: { right: false } });
    expect(feedback?.marked.explanation).toBe(item.explanation);
  });

  it('is told after the end, or from the moment that the camp says', async () => {
    const attempt = await throughout(await start(), { kind: 'unknown' });
    const { answers } = await ada.call(assessment.review, { attemptId: attempt.id });
    expect(answers).toHaveLength(attempt.progress.answered);
    expect(answers[0]?.marked.key).toBeDefined();
    const reviewFrom = new Date(app.clock.now().getTime() + 60 * MINUTE).toISOString();
    await settle({ reviewFrom });
    expect((await ada.refused(assessment.review, { attemptId: attempt.id })).status).toBe(409);
    expect((await ada.call(assessment.result, { attemptId: attempt.id })).review).toEqual({
      open: false,
      from: reviewFrom,
    });
    expect((await instructor.call(assessment.review, { attemptId: attempt.id })).answers).toHaveLength(answers.length);
  });
});

describe('the keys of an attempt before', () => {
  it('are not told while the next one asks from the same questions, and are again when it is over', async () => {
    await settle({ waitHours: 0 });
    const { id: attemptId } = await throughout(await start(), { kind: 'unknown' });
    const second = await start();
    expect((await ada.refused(assessment.review, { attemptId })).code).toBe('conflict');
    expect((await ada.call(assessment.result, { attemptId })).review).toEqual({ open: false, from: null });
    expect((await instructor.call(assessment.review, { attemptId })).answers.length).toBeGreaterThan(0);
    await ada.call(assessment.finish, { attemptId: second.id });
    expect((await ada.call(assessment.review, { attemptId })).answers.length).toBeGreaterThan(0);
  });

  it('are not told in a camp that tells at once either, nor in another camp', async () => {
    await settle({ feedback: 'at-once' });
    const first = await throughout(await start(), { kind: 'unknown' });
    expect(first.feedback).not.toBeNull();
    const other = await instructor.call(camps.create, { name: 'Summer', timeZone: 'UTC' });
    await ada.call(camps.join, { code: other.joinCode ?? '' });
    const settings = { ...UNTOLD, tracks: ['small-talk'], written: 0 };
    await instructor.call(assessmentSettings.save, { campId: other.id, settings, version: 0 });
    await ada.call(assessment.start, { campId: other.id, track: 'small-talk' });
    expect((await ada.call(assessment.get, { attemptId: first.id })).feedback).toBeNull();
    expect((await ada.refused(assessment.review, { attemptId: first.id })).code).toBe('conflict');
  });
});

it('a reported fault reaches the bank, and a question that was not asked cannot be reported', async () => {
  const { id: attemptId } = await start();
  await ada.call(assessment.report, { attemptId, position: 0, text: 'Two of them are right.' });
  expect((await ada.call(assessment.get, { attemptId })).question?.reported).toBe(true);
  const refused = await ada.refused(assessment.report, { attemptId, position: 7, text: 'What?' });
  expect(refused).toMatchObject({ status: 422, fields: [{ field: 'position' }] });
});
