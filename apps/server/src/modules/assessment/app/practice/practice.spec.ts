import { fileURLToPath } from 'node:url';
import {
  type Answer,
  assessment,
  assessmentSettings,
  camps,
  classResults,
  type PracticeQuestion,
  practice,
  skillProfiles,
} from '@tailcamp/contracts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { knowing } from '../../../../testing/knowing.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { PracticeStore } from '../../store/practice/practice-store.js';
import { FollowCamp } from '../follow-camp.js';
import { BringContent } from '../library/bring-content.js';
import { UNTOLD } from '../settings/camp-rules.js';

const FIXTURE = fileURLToPath(new URL('../library/fixtures/tracks', import.meta.url));
const DAY = 86_400_000;

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
  const settings = { ...UNTOLD, tracks: ['small-talk'], written: 0, waitHours: 0, ...change };
  await instructor.call(assessmentSettings.save, { campId, settings, version });
}

/** An attempt with so many answers of somebody who knows nothing yet. */
async function assessed(answers = 4): Promise<string> {
  let attempt = await ada.call(assessment.start, { campId, track: 'small-talk' });
  for (let said = 0; said < answers && attempt.question !== null; said++) {
    const { position, version } = attempt.question;
    const answer: Answer = { kind: 'unknown' };
    attempt = await ada.call(assessment.answer, { attemptId: attempt.id, position, version, answer });
  }
  await ada.call(assessment.finish, { attemptId: attempt.id });
  return attempt.id;
}
const next = async (skill?: string) => ada.call(practice.next, { campId, ...(skill && { skill }) });
async function question(skill?: string): Promise<PracticeQuestion> {
  const { question: asked, nothing } = await next(skill);
  if (asked === null) throw new Error(`There is nothing to practise: ${nothing?.reason}`);
  return asked;
}
async function itemOf({ practiceId }: PracticeQuestion) {
  const row = await app.nest.get(PracticeStore).find(practiceId);
  return app.nest.get(LibraryStore).version(row?.itemId ?? '', row?.version ?? 0);
}
async function answer(asked: PracticeQuestion, given?: Answer) {
  const said = given ?? knowing(asked.asked, await itemOf(asked));
  return ada.call(practice.answer, { campId, practiceId: asked.practiceId, answer: said });
}

it('has nothing before an attempt is over, and then asks what that one has asked, the same until it is answered', async () => {
  expect(await next()).toEqual({ question: null, due: 0, nothing: { reason: 'nothing-shown', from: null } });
  const attemptId = await assessed();
  const asked = await question();
  expect(await question()).toEqual(asked);
  const { answers } = await ada.call(assessment.review, { attemptId });
  expect(answers.map(({ asked: { stem } }) => stem)).toContain(asked.asked.stem);
  const [one, two] = await Promise.all([question(), question()]);
  expect([one.practiceId, two.practiceId]).toEqual([asked.practiceId, asked.practiceId]);
});

it('tells at once what is right, how much of the skill is mastered and when to come back', async () => {
  await assessed();
  const asked = await question();
  const before = await profileOf(asked.skill.id);
  const told = await answer(asked);
  expect(told).toMatchObject({ skill: asked.skill, marked: { right: true } });
  expect(told.marked.explanation).toBe((await itemOf(asked)).explanation);
  expect(told.mastery).toBeGreaterThan(before?.mastery ?? 1);
  expect(Date.parse(told.due)).toBeGreaterThan(app.clock.now().getTime());
  const after = await profileOf(asked.skill.id);
  expect(after).toMatchObject({ mastery: told.mastery, due: told.due, evidence: 'shown' });
  expect(after?.answers).toBe((before?.answers ?? 0) + 1);
  const { items } = await instructor.call(classResults.get, { campId, track: 'small-talk' });
  expect(items[0]?.mastery).toContain(told.mastery);
});

async function profileOf(skill: string) {
  const { tracks } = await ada.call(skillProfiles.mine, { campId });
  return tracks[0]?.skills.find(({ id }) => id === skill);
}

it('counts the first answer: the same again tells the same, another is refused', async () => {
  await assessed();
  const asked = await question();
  const said = knowing(asked.asked, await itemOf(asked));
  const [told, again] = await Promise.all([answer(asked, said), answer(asked, said)]);
  expect(again).toEqual(told);
  expect(await answer(asked, said)).toEqual(told);
  const { practiceId } = asked;
  const refused = await ada.refused(practice.answer, { campId, practiceId, answer: { kind: 'unknown' } });
  expect(refused.code).toBe('conflict');
  const misfit: Answer = asked.asked.kind === 'number' ? { kind: 'text', text: 'x' } : { kind: 'number', value: 1 };
  const other = await question();
  expect(await ada.refused(practice.answer, { campId, practiceId: other.practiceId, answer: misfit })).toMatchObject({
    status: 422,
    fields: [{ field: 'answer' }],
  });
});

it('goes through all that is due, and comes again when it is due again', async () => {
  await assessed();
  const seen: string[] = [];
  for (let { question: asked } = await next(); asked !== null; { question: asked } = await next()) {
    seen.push(asked.skill.id);
    await answer(asked);
  }
  expect(new Set(seen).size).toBe(seen.length);
  const { due, nothing } = await next();
  expect(due).toBe(0);
  expect(nothing).toMatchObject({ reason: 'nothing-due' });
  // A skill that is asked for comes all the same.
  expect((await question(seen[0])).skill.id).toBe(seen[0]);
  expect((await next('no-such-skill')).nothing?.reason).toBe('nothing-shown');
  app.clock.advance(Date.parse(nothing?.from ?? '') - app.clock.now().getTime());
  ada = await app.signIn(ada.user.id);
  expect((await next()).due).toBeGreaterThan(0);
});

it('tells no key while an attempt may ask the question, or before the camp says', async () => {
  await assessed();
  const asked = await question();
  const { id: attemptId } = await ada.call(assessment.start, { campId, track: 'small-talk' });
  expect((await next()).nothing).toEqual({ reason: 'attempt-open', from: null });
  const { practiceId } = asked;
  const given = { campId, practiceId, answer: { kind: 'unknown' as const } };
  expect((await ada.refused(practice.answer, given)).code).toBe('conflict');
  await ada.call(assessment.finish, { attemptId });
  await answer(asked);
  const reviewFrom = new Date(app.clock.now().getTime() + DAY).toISOString();
  await settle({ reviewFrom });
  expect((await next()).nothing).toEqual({ reason: 'keys-later', from: reviewFrom });
});

it('leaves out a question that has been changed since, and asks another in its place', async () => {
  await assessed();
  const asked = await question();
  const item = await itemOf(asked);
  const changed = { item: { ...item, explanation: 'Another one.' }, shippedHash: null };
  const library = app.nest.get(LibraryStore);
  const change = { byUser: null, at: app.clock.now() };
  await app.platform.database.transaction((tx) => library.putItems(tx, null, [changed], change));
  expect((await next()).question?.practiceId).not.toBe(asked.practiceId);
  const given = { campId, practiceId: asked.practiceId, answer: { kind: 'unknown' as const } };
  expect((await ada.refused(practice.answer, given)).status).toBe(404);
});

it('is a student’s own, and goes with them', async () => {
  await assessed();
  const { practiceId } = await question();
  const ben = await app.asStudent('Ben Student');
  const { joinCode } = await instructor.call(camps.get, { campId });
  await ben.call(camps.join, { code: joinCode ?? '' });
  const given = { campId, practiceId, answer: { kind: 'unknown' as const } };
  expect((await ben.refused(practice.answer, given)).status).toBe(404);
  expect((await instructor.refused(practice.next, { campId })).status).toBe(403);
  await app.nest.get(FollowCamp).campRemoved(campId);
  expect(await app.nest.get(PracticeStore).find(practiceId)).toBeNull();
});
