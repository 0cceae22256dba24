import { fileURLToPath } from 'node:url';
import {
  type AssessmentSettings,
  type Attempt,
  assessment,
  assessmentSettings,
  camps,
  explanations,
  practice,
} from '@tailcamp/contracts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { type ModelBehaviour, type ModelServer, startModelServer } from '../../../../testing/servers/model-server.js';
import { AttemptStore } from '../../store/attempts/attempt-store.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { BringContent } from '../library/bring-content.js';
import { UNTOLD } from '../settings/camp-rules.js';

const FIXTURE = fileURLToPath(new URL('../library/fixtures/tracks', import.meta.url));
const language = 'en' as const;

let app: TestApp;
let instructor: SignedIn;
let student: SignedIn;
let campId: string;
let joinCode: string;

async function start(environment: Parameters<typeof TestApp.start>[0]): Promise<void> {
  app = await TestApp.start({ RATE_READ: '100000', ...environment });
  await app.nest.get(BringContent).run(FIXTURE);
  instructor = await app.asInstructor();
}

async function camp(change: Partial<AssessmentSettings> = {}): Promise<void> {
  const made = await instructor.call(camps.create, { name: 'Spring', timeZone: 'UTC' });
  campId = made.id;
  joinCode = made.joinCode ?? '';
  const settings = { ...UNTOLD, tracks: ['small-talk'], written: 0, waitHours: 0, ...change };
  await instructor.call(assessmentSettings.save, { campId, settings, version: 0 });
  student = await joined('Ada Student');
}

async function joined(name: string): Promise<SignedIn> {
  const one = await app.asStudent(name);
  await one.call(camps.join, { code: joinCode });
  return one;
}

/** The first wrong option of each choice, whatever the order; of the rest nothing is known. */
function answering(attempt: Attempt, question: NonNullable<Attempt['question']>) {
  const { position, version, asked } = question;
  const wrong = 'options' in asked ? asked.options.findIndex(({ text }) => text.startsWith('First wrong')) : -1;
  const answer = wrong >= 0 ? ({ kind: 'choice', option: wrong } as const) : ({ kind: 'unknown' } as const);
  return { attemptId: attempt.id, position, version, answer };
}

/** As many questions as are asked, or so many. */
async function attempted(who = student, most = Number.POSITIVE_INFINITY): Promise<Attempt> {
  let attempt: Attempt = await who.call(assessment.start, { campId, track: 'small-talk' });
  for (let count = 0; attempt.question !== null && count < most; count++)
    attempt = await who.call(assessment.answer, answering(attempt, attempt.question));
  return attempt;
}

/** Where an option was chosen, and of which question. */
async function chosenIn(attemptId: string, name?: string) {
  const answers = await app.nest.get(AttemptStore).answers(attemptId);
  const found = answers.find((row) => row.answer?.kind === 'choice' && (name === undefined || row.name === name));
  if (found === undefined) throw new Error('No option was chosen');
  return found;
}

describe('without a model', () => {
  beforeAll(async () => {
    await start({});
    return () => app.close();
  });

  it('a question explains itself: the misconception behind what was chosen, and why the key is right', async () => {
    await camp();
    const { id: attemptId } = await attempted();
    const { position, itemId, version, name } = await chosenIn(attemptId);
    const explained = await student.call(explanations.ofAttempt, { attemptId, position, language });
    const item = await app.nest.get(LibraryStore).version(itemId, version);
    const because = 'options' in item ? item.options.find(({ text }) => text.startsWith('First wrong'))?.because : '';
    expect(explained).toMatchObject({
      wrong: because,
      right: `EXPLANATION of ${name}.`,
      hint: null,
      skill: { id: item.skill },
      by: { how: 'rules', because: 'no_model' },
    });
    expect(because).toMatch(/^BECAUSE/);
  });

  it('nothing is explained while its key may not be told', async () => {
    await camp({ feedback: 'at-end' });
    const open = await attempted(student, 3);
    const ask = (position: number) => ({ attemptId: open.id, position, language });
    expect((await instructor.refused(explanations.ofAttempt, ask(0))).status).toBe(404);
    for (const position of [0, 1, 2, 3])
      expect(await student.refused(explanations.ofAttempt, ask(position))).toMatchObject({ status: 409 });
    const over = await student.call(assessment.finish, { attemptId: open.id });
    const told = await student.call(explanations.ofAttempt, ask(0));
    expect(told.right).toContain('EXPLANATION');
    expect((await student.refused(explanations.ofAttempt, ask(9))).status).toBe(404);
    expect((await instructor.call(explanations.ofAttempt, ask(0))).right).toBe(told.right);
    expect((await (await joined('Bo Student')).refused(explanations.ofAttempt, ask(0))).status).toBe(404);
    // A second attempt asks from the same questions.
    await student.call(assessment.start, { campId, track: 'small-talk' });
    expect((await student.refused(explanations.ofAttempt, { ...ask(0), attemptId: over.id })).status).toBe(409);
  });

  it('nor before the moment from which the camp explains', async () => {
    await camp({ reviewFrom: new Date(Date.now() + 86_400_000).toISOString() });
    const { id: attemptId } = await attempted();
    expect((await student.refused(explanations.ofAttempt, { attemptId, position: 0, language })).status).toBe(409);
  });

  it('where each answer is told at once, it is explained at once, and the question that waits is not', async () => {
    await camp({ feedback: 'at-once' });
    const { id: attemptId, question } = await attempted(student, 1);
    expect((await student.call(explanations.ofAttempt, { attemptId, position: 0, language })).right).not.toBe('');
    const waiting = { attemptId, position: question?.position ?? 0, language };
    expect((await student.refused(explanations.ofAttempt, waiting)).status).toBe(409);
  });

  it('practice is explained once it is answered, to whoever answered, and not while an attempt asks from the same', async () => {
    await camp();
    await attempted();
    const { question } = await student.call(practice.next, { campId });
    const practiceId = question?.practiceId ?? '';
    const input = { campId, practiceId, language };
    expect((await student.refused(explanations.ofPractice, input)).status).toBe(409);
    await student.call(practice.answer, { campId, practiceId, answer: { kind: 'unknown' } });
    expect(await student.call(explanations.ofPractice, input)).toMatchObject({ wrong: null, by: { how: 'rules' } });
    expect((await (await joined('Bo Student')).refused(explanations.ofPractice, input)).status).toBe(404);
    await student.call(assessment.start, { campId, track: 'small-talk' });
    expect((await student.refused(explanations.ofPractice, input)).status).toBe(409);
  });
});

describe('with a model', () => {
  let server: ModelServer;
  let say: () => ModelBehaviour;
  const value = { wrong: 'You mixed up the two.', right: 'It is the first.', hint: 'Say it aloud.' };
  beforeAll(async () => {
    server = await startModelServer(() => say());
    await start({ OPENAI_BASE_URL: `${server.url}/v1`, OPENAI_API_KEY: 'key' });
    return async () => {
      await app.close();
      await server.stop();
    };
  });
  beforeEach(() => {
    say = () => ({ does: 'fill', value });
    server.requests.length = 0;
  });

  it('a class costs one: the same answer to the same question is explained once for each language', async () => {
    await camp();
    const { id: attemptId } = await attempted();
    const { position, name } = await chosenIn(attemptId);
    const ask = () => student.call(explanations.ofAttempt, { attemptId, position, language });
    const all = await Promise.all([ask(), ask(), ask()]);
    expect(server.requests).toHaveLength(1);
    for (const one of all) expect(one).toMatchObject({ ...value, by: { how: 'model', prompt: 'explain-answer/1' } });
    const bo = await joined('Bo Student');
    const other = await attempted(bo);
    const same = await chosenIn(other.id, name);
    const his = { attemptId: other.id, position: same.position };
    expect(await bo.call(explanations.ofAttempt, { ...his, language })).toMatchObject(value);
    expect(server.requests).toHaveLength(1);
    await bo.call(explanations.ofAttempt, { ...his, language: 'es' });
    expect(server.requests).toHaveLength(2);
    expect(server.requests[1]?.text).toContain('Spanish');
  });

  it('its own words stand in while no model can be reached, and are not kept for later', async () => {
    await camp();
    const { id: attemptId } = await attempted();
    const answers = await app.nest.get(AttemptStore).answers(attemptId);
    const position = answers.find(({ answer }) => answer?.kind === 'unknown')?.position ?? 0;
    say = () => ({ does: 'fail', status: 400 });
    const input = { attemptId, position, language };
    expect((await student.call(explanations.ofAttempt, input)).by).toMatchObject({ because: 'unavailable' });
    say = () => ({ does: 'fill', value });
    expect((await student.call(explanations.ofAttempt, input)).by.how).toBe('model');
  });

  it('one person has so many an hour, and what is kept already does not count', async () => {
    await camp();
    const { id: attemptId } = await attempted();
    const rows = (await app.nest.get(AttemptStore).answers(attemptId)).slice(-2);
    const [kept, fresh] = rows.map(({ position }) => ({ attemptId, position, language: 'es' as const }));
    if (kept === undefined || fresh === undefined) throw new Error('Two questions are asked at least');
    await student.call(explanations.ofAttempt, kept);
    for (let count = 0; count < 40; count++) await app.platform.rateLimits.take(`explain:${student.user.id}`, 40, 3600);
    expect((await student.refused(explanations.ofAttempt, fresh)).status).toBe(429);
    expect((await student.call(explanations.ofAttempt, kept)).by.how).toBe('model');
  });
});
