import { fileURLToPath } from 'node:url';
import {
  type Answer,
  assessment,
  assessmentSettings,
  camps,
  classPaths,
  curriculum,
  type Lesson,
  type MyPath,
  type PracticeQuestion,
  practice,
} from '@tailcamp/contracts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { eventually } from '../../../../testing/eventually.js';
import { knowing } from '../../../../testing/knowing.js';
import { BringContent, UNTOLD } from '../../../assessment/index.js';
import { LibraryStore } from '../../../assessment/store/library/library-store.js';
import { PracticeStore } from '../../../assessment/store/practice/practice-store.js';
import { LessonStore } from '../../store/lessons/lesson-store.js';
import { FollowLearner } from './follow-learner.js';

const TRACKS = fileURLToPath(new URL('../../../assessment/app/library/fixtures/tracks', import.meta.url));
const DAY = 86_400_000;
const TALK = [{ kind: 'track' as const, id: 'small-talk' }];

let app: TestApp;
let instructor: SignedIn;
let ada: SignedIn;
let campId: string;
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000', RATE_WRITE: '100000' });
  await app.nest.get(BringContent).run(TRACKS);
  const lessons = ['names', 'verbs', 'questions', 'stories'].flatMap((word) => [
    lesson(`${word}-one`, `small-${word}`, [`small-${word}-1`, `small-${word}-2`]),
    lesson(`${word}-two`, `small-${word}`, [`small-${word}-3`]),
  ]);
  await app.platform.database.transaction((tx) =>
    app.nest.get(LessonStore).put(
      tx,
      null,
      lessons.map((one) => ({ lesson: one, state: 'published', shippedHash: null })),
      { byUser: null, at: new Date(0) },
    ),
  );
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.advance(untilMonday());
  instructor = await app.asInstructor();
  ada = await app.asStudent('Ada Student');
  const camp = await instructor.call(camps.create, { name: 'Spring', timeZone: 'UTC' });
  campId = camp.id;
  await ada.call(camps.join, { code: camp.joinCode ?? '' });
  const settings = { ...UNTOLD, tracks: ['small-talk'], written: 0, waitHours: 0 };
  await instructor.call(assessmentSettings.save, { campId, settings, version: 0 });
});

/** To nine o'clock of the next Monday, so that no week ends within a test. */
function untilMonday(): number {
  const now = app.clock.now();
  const morning = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), 9);
  return morning + ((8 - now.getUTCDay()) % 7 || 7) * DAY - now.getTime();
}

function lesson(id: string, skill: string, check: string[]): Lesson {
  const body = `${id} says something. ${`${id} goes on about it. `.repeat(40)}`;
  return { id, skill, title: `About ${id}`, kind: 'lesson', minutes: 27, objectives: ['Say what it is'], check, body };
}

const path = () => ada.call(curriculum.path, { campId });
const plan = (differently = {}) =>
  ada.call(curriculum.plan, { campId, goals: TALK, minutesPerWeek: 60, version: 0, ...differently });
const weeksOf = ({ path: mine }: MyPath) =>
  mine?.steps.map(({ skill, state, week }) => [skill.id, state, week.slice(5)]) ?? null;
const day = (days: number) => new Date(app.clock.now().getTime() + days * DAY).toISOString().slice(5, 10);
const read = (skill: string, one: string, done = true) =>
  ada.call(curriculum.read, { campId, skill, lesson: one, read: done });

async function answer(asked: PracticeQuestion, right = true) {
  const row = await app.nest.get(PracticeStore).find(asked.practiceId);
  const item = await app.nest.get(LibraryStore).version(row?.itemId ?? '', row?.version ?? 0);
  const given: Answer = right ? knowing(asked.asked, item) : { kind: 'unknown' };
  return ada.call(practice.answer, { campId, practiceId: asked.practiceId, answer: given });
}
async function checked(skill: string, right = true): Promise<void> {
  const { question } = await ada.call(curriculum.check, { campId, skill });
  if (question === null) throw new Error('There is no question');
  await answer(question, right);
}
async function assessed(): Promise<void> {
  const { id } = await ada.call(assessment.start, { campId, track: 'small-talk' });
  await ada.call(assessment.finish, { attemptId: id });
}

it('has no path before there are goals, and offers the tracks of the camp first', async () => {
  const mine = await path();
  expect(mine).toMatchObject({ path: null, today: { next: [], reviews: [], reviewsSoon: 0 } });
  expect(mine.tracks[0]).toMatchObject({ id: 'small-talk', skills: 4, known: 0 });
});

it('plans what goals rest on into weeks of the time there is', async () => {
  expect(weeksOf(await plan())).toEqual([
    ['small-names', 'ready', day(0)],
    ['small-verbs', 'locked', day(7)],
    ['small-questions', 'locked', day(14)],
    ['small-stories', 'locked', day(21)],
  ]);
  const mine = await path();
  expect(mine.today.next).toEqual(['small-names']);
  expect(mine.path).toMatchObject({ minutesLeft: 240, known: 0, done: 0, late: 0 });
  expect(mine.path?.weeks.map(({ minutes }) => minutes)).toEqual([60, 60, 60, 60]);
  const twice = await plan({ minutesPerWeek: 120, version: mine.path?.version });
  expect(weeksOf(twice)?.map(([, , week]) => week)).toEqual([day(0), day(0), day(7), day(7)]);
});

it('refuses goals that there are not, and a stale version with the path as it is', async () => {
  const refused = await ada.refused(curriculum.plan, {
    campId,
    goals: [...TALK, { kind: 'skill', id: 'flying' }],
    minutesPerWeek: 60,
    version: 0,
  });
  expect(refused).toMatchObject({ status: 422, fields: [{ field: 'goals.1.id' }] });
  await plan();
  const again = await ada.refused(curriculum.plan, { campId, goals: TALK, minutesPerWeek: 30, version: 0 });
  expect(again).toMatchObject({ code: 'stale', current: { path: { minutesPerWeek: 60 } } });
});

it('starts a step by its first lesson, and shows what was read', async () => {
  await plan();
  const step = await read('small-verbs', 'verbs-one');
  expect(step.step).toMatchObject({ state: 'started', week: (await path()).today.day, read: 1 });
  expect(step.lessons.map(({ id, readAt }) => [id, readAt !== null])).toEqual([
    ['verbs-one', true],
    ['verbs-two', false],
  ]);
  expect(step.after).toEqual([{ id: 'small-names', title: 'Names', known: false }]);
  expect(step.opens.map(({ id }) => id)).toEqual(['small-questions', 'small-stories']);
  expect((await read('small-verbs', 'verbs-one', false)).step).toMatchObject({ state: 'started', read: 0 });
  const elsewhere = { campId, skill: 'small-names', lesson: 'verbs-one', read: true };
  expect((await ada.refused(curriculum.read, elsewhere)).status).toBe(404);
});

it('closes a step by its questions: wrong ones come again, mastery ends it, and the path moves up', async () => {
  await plan();
  const first = await ada.call(curriculum.check, { campId, skill: 'small-names' });
  const same = await ada.call(curriculum.check, { campId, skill: 'small-names' });
  expect(same.question).toEqual(first.question);
  expect(first.check).toEqual({ questions: 3, answered: 0, right: 0 });
  await checked('small-names', false);
  await checked('small-names');
  await checked('small-names');
  const { question, check } = await ada.call(curriculum.check, { campId, skill: 'small-names' });
  expect(check).toEqual({ questions: 3, answered: 3, right: 2 });
  expect(question?.asked.stem).toBe(first.question?.asked.stem);
  await eventually('the step is done', async () => (await path()).path?.done === 1);
  expect(weeksOf(await path())).toEqual([
    ['small-names', 'done', day(0)],
    ['small-verbs', 'ready', day(7)],
    ['small-questions', 'locked', day(14)],
    ['small-stories', 'locked', day(21)],
  ]);
  const step = await ada.call(curriculum.step, { campId, skill: 'small-names' });
  expect(step.next).toEqual({ id: 'small-verbs', title: 'Verbs' });
  // What was answered is remembered, and comes back when it is due.
  expect(step.practice.questions).toBe(3);
  app.clock.advance(Date.parse(step.practice.due ?? '') - app.clock.now().getTime());
  ada = await app.signIn(ada.user.id);
  const { today } = await path();
  expect(today.reviews.map(({ skill }) => skill.id)).toEqual(['small-names']);
  expect((await ada.call(practice.next, { campId })).question?.skill.id).toBe('small-names');
});

it('begins by itself with what was assessed', async () => {
  await assessed();
  const mine = await eventually('a path', async () => (await path()).path);
  expect(mine.goals).toEqual([{ kind: 'track', id: 'small-talk', title: 'Small talk' }]);
  expect(mine.minutesPerWeek).toBe(240);
});

it('tells no key while an attempt is open, and asks what a check has shown last in the next attempt', async () => {
  await checked('small-names');
  const { question } = await ada.call(curriculum.check, { campId, skill: 'small-names' });
  const { id: attemptId } = await ada.call(assessment.start, { campId, track: 'small-talk' });
  const held = await ada.call(curriculum.check, { campId, skill: 'small-names' });
  expect([held.question, held.nothing]).toEqual([null, { reason: 'attempt-open', from: null }]);
  const given = { campId, practiceId: question?.practiceId ?? '', answer: { kind: 'unknown' as const } };
  expect((await ada.refused(practice.answer, given)).code).toBe('conflict');
  await ada.call(assessment.finish, { attemptId });
  await answer(question!);
});

it('keeps what is late where it was until its learner plans anew', async () => {
  await plan();
  app.clock.advance(8 * DAY);
  ada = await app.signIn(ada.user.id);
  const late = await path();
  expect(late.path).toMatchObject({ late: 1, version: 2 });
  await read('small-verbs', 'verbs-one');
  await checked('small-verbs');
  await checked('small-verbs');
  await eventually('verbs are done', async () => (await path()).path?.done === 1);
  const now = await path();
  expect(now.path?.steps[0]).toMatchObject({ skill: { id: 'small-names' }, late: true });
  const { version } = now.path!;
  const anew = await ada.call(curriculum.replan, { campId, version });
  expect(anew.path).toMatchObject({ late: 0, done: 1 });
  expect((await ada.refused(curriculum.replan, { campId, version })).code).toBe('stale');
});

it('shows the class where everybody stands, who does not get on, and gives more time', async () => {
  instructor = await app.signIn(instructor.user.id);
  await plan();
  const ben = await app.asStudent('Ben Student');
  const { joinCode } = await instructor.call(camps.get, { campId });
  await ben.call(camps.join, { code: joinCode ?? '' });
  for (let wrong = 0; wrong < 3; wrong++) await checked('small-names', false);
  const see = (differently = {}) => instructor.call(classPaths.get, { campId, ...differently });
  const seen = await see();
  expect(seen).toMatchObject({ students: 2, withPath: 1, stuck: 1, next: null });
  expect(seen.skills.map(({ id, started }) => [id, started])).toEqual([
    ['small-names', 1],
    ['small-questions', 0],
    ['small-verbs', 0],
    ['small-stories', 0],
  ]);
  expect(seen.items.map(({ name, of, stuck }) => [name, of, stuck.map(({ kind }) => kind)])).toEqual([
    ['Ada Student', 4, ['wrong']],
    ['Ben Student', 0, []],
  ]);
  expect(seen.items[0]?.cells[0]?.state).toBe('started');
  expect((await see({ stuck: 'true' })).items.map(({ name }) => name)).toEqual(['Ada Student']);
  const page = await see({ limit: 1 });
  expect((await see({ limit: 1, cursor: page.next ?? '' })).items[0]?.name).toBe('Ben Student');

  const memberId = seen.items[0]?.memberId ?? '';
  const due = (await path()).path?.steps[0]?.due ?? '';
  const until = new Date(Date.parse(due) + 5 * DAY).toISOString().slice(0, 10);
  const extension = { campId, skill: 'small-names', memberIds: [memberId], until };
  expect(await instructor.call(classPaths.extend, extension)).toEqual({ steps: 1 });
  expect((await path()).path?.steps[0]).toMatchObject({ due: until, extended: true });
  expect((await instructor.call(classPaths.of, { campId, memberId })).path?.steps[0]?.due).toBe(until);
  expect(await instructor.call(classPaths.extend, { ...extension, until: null })).toEqual({ steps: 1 });
  expect((await path()).path?.steps[0]).toMatchObject({ due, extended: false });
  const past = { ...extension, until: '2020-01-01' };
  expect((await instructor.refused(classPaths.extend, past)).status).toBe(422);
  expect((await ada.refused(classPaths.get, { campId })).status).toBe(403);
  expect((await ada.refused(classPaths.extend, extension)).status).toBe(403);
  expect((await instructor.refused(curriculum.path, { campId })).status).toBe(403);
});

it('begins with what the camp has set, and brings forward what its projects need', async () => {
  const settings = { minutesPerWeek: 90, project: ['small-verbs'] };
  await instructor.call(classPaths.saveSettings, { campId, settings, version: 0 });
  const unknown = { campId, settings: { ...settings, project: ['flying'] }, version: 1 };
  expect(await instructor.refused(classPaths.saveSettings, unknown)).toMatchObject({
    status: 422,
    fields: [{ field: 'settings.project.0' }],
  });
  expect((await instructor.refused(classPaths.saveSettings, { campId, settings, version: 0 })).code).toBe('stale');
  expect(await instructor.call(classPaths.settings, { campId })).toEqual({ settings, version: 1 });
  await assessed();
  const mine = await eventually('a path', async () => (await path()).path);
  expect(mine.minutesPerWeek).toBe(90);
  expect(mine.steps.find(({ skill }) => skill.id === 'small-verbs')?.useful).toBe(true);
});

it('goes with its camp and its member', async () => {
  await plan();
  await app.nest.get(FollowLearner).campRemoved(campId);
  expect((await path()).path).toBeNull();
});
