import { fileURLToPath } from 'node:url';
import { ModuleRef } from '@nestjs/core';
import {
  type Answer,
  type Attempt,
  assessment,
  assessmentSettings,
  camps,
  type GradedAnswer,
  grading,
  itemBank,
  type ProposalUse,
} from '@tailcamp/contracts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { eventually } from '../../../../testing/eventually.js';
import { type ModelBehaviour, type ModelServer, startModelServer } from '../../../../testing/servers/model-server.js';
import { AssessmentModule } from '../../assessment.module.js';
import { GREETING, OBEYED } from '../../domain/grading/fixtures.js';
import { AttemptStore } from '../../store/attempts/attempt-store.js';
import { WrittenStore } from '../../store/attempts/written-store.js';
import { ProposalStore } from '../../store/grading/proposal-store.js';
import { BringContent } from '../library/bring-content.js';
import { UNTOLD } from '../settings/camp-rules.js';
import { ProposeGrade } from './propose-grade.js';

const FIXTURE = fileURLToPath(new URL('../library/fixtures/tracks', import.meta.url));
const TEXT = 'It began with rain. The bus did not come, so we walked, and in the evening we laughed about it.';

let server: ModelServer;
let say: () => ModelBehaviour;
beforeAll(async () => {
  server = await startModelServer(() => say());
  return () => server.stop();
});

/** The best levels of the essay, with quotes that the answer holds. */
const best = (change: object = {}, quotes = ['It began with rain.']): ModelBehaviour => ({
  does: 'fill',
  value: {
    criteria: [
      { criterion: 1, level: 1, reason: 'It begins with the weather.', quotes, confidence: 0.9, ...change },
      { criterion: 2, level: 2, reason: 'It ends well.', quotes: ['in the evening we laughed'], confidence: 0.9 },
    ],
    addressesGrader: false,
  },
});

let app: TestApp;
let instructor: SignedIn;
let student: SignedIn;
let campId: string;
let attemptId: string;

/** A camp whose student has written the answer that an attempt asks for at its end. */
async function written(answer: Answer, proposals: ProposalUse): Promise<string> {
  const camp = await instructor.call(camps.create, { name: 'Spring', timeZone: 'UTC' });
  campId = camp.id;
  await student.call(camps.join, { code: camp.joinCode ?? '' });
  if (answer.kind === 'program') await askForProgram();
  const settings = { ...UNTOLD, tracks: ['small-talk'], written: 1, proposals };
  await instructor.call(assessmentSettings.save, { campId, settings, version: 0 });
  let attempt: Attempt = await student.call(assessment.start, { campId, track: 'small-talk' });
  attemptId = attempt.id;
  while (attempt.question !== null) {
    const { position, version, asked } = attempt.question;
    const given = asked.kind === answer.kind ? answer : ({ kind: 'unknown' } as const);
    attempt = await student.call(assessment.answer, { attemptId, position, version, answer: given });
  }
  const [row] = await app.nest.get(WrittenStore).ofAttempt(attemptId);
  return row?.id ?? '';
}

/** In the place of the essay. */
async function askForProgram(): Promise<void> {
  const { items } = await instructor.call(itemBank.search, { campId, kind: 'essay' });
  for (const { id: itemId } of items)
    await instructor.call(itemBank.retire, { campId, itemId, retired: true, version: 1 });
  await instructor.call(itemBank.create, { campId, item: GREETING });
}

const get = (answerId: string) => instructor.call(grading.get, { campId, answerId });
const settled = (answerId: string): Promise<GradedAnswer> =>
  eventually('a proposal', async () => {
    const one = await get(answerId);
    return one.proposed?.by == null ? null : one;
  });
const essay = (text = TEXT): Answer => ({ kind: 'essay', text });

async function start(environment: Parameters<typeof TestApp.start>[0]): Promise<void> {
  app = await TestApp.start(environment);
  await app.nest.get(BringContent).run(FIXTURE);
  instructor = await app.asInstructor();
}
const withModel = () => ({ OPENAI_BASE_URL: `${server.url}/v1`, OPENAI_API_KEY: 'key' });

describe('with a model', () => {
  beforeAll(async () => {
    await start(withModel());
    return () => app.close();
  });
  beforeEach(async () => {
    student = await app.asStudent('Quirina Tembleque');
    say = best;
  });

  it('a grade is proposed with reasons and quotes, added up by us; a person accepts it or not, and both are kept', async () => {
    const answerId = await written(essay(), 'instructor');
    const one = await settled(answerId);
    expect(one).toMatchObject({
      state: 'pending',
      proposal: 'ready',
      proposed: {
        points: 3,
        flags: [],
        by: { how: 'model', model: 'openai/gpt-5-mini', prompt: 'grade-answer/1' },
        criteria: [{ level: 1, quotes: ['It began with rain.'], rule: null }, { level: 2 }],
        code: null,
      },
    });
    expect((await student.call(assessment.result, { attemptId })).written).toMatchObject([{ state: 'pending' }]);
    const accepted = await instructor.call(grading.grade, { campId, answerId, levels: [1, 2], version: one.version });
    const changed = { campId, answerId, levels: [1, 1], version: accepted.version };
    const { history } = await instructor.call(grading.grade, changed);
    expect(history).toMatchObject([
      { by: 'Ines Instructor', levels: [1, 1], before: [1, 2], proposed: [1, 2] },
      { by: 'Ines Instructor', levels: [1, 2], before: null, proposed: [1, 2] },
    ]);
    const { agreements } = await instructor.call(grading.agreement, { campId });
    expect(agreements).toEqual([
      { by: 'openai/gpt-5-mini · grade-answer/1', answers: 1, criteria: 2, exact: 1, withinOne: 1, kappa: null },
    ]);
    expect((await student.refused(grading.agreement, { campId })).status).toBe(403);
  });

  it('nothing is proposed where the camp wants none, until somebody asks; and not without end', async () => {
    const answerId = await written(essay(), 'off');
    expect(await get(answerId)).toMatchObject({ proposal: null, proposed: null });
    for (let asked = 1; asked <= 4; asked++) {
      await instructor.call(grading.propose, { campId, answerId });
      await eventually('a proposal', async () => (await get(answerId)).proposal === 'ready');
    }
    expect((await get(answerId)).proposed?.mayAsk).toBe(false);
    expect((await instructor.refused(grading.propose, { campId, answerId })).status).toBe(409);
    expect((await student.refused(grading.propose, { campId, answerId })).status).toBe(403);
  });

  it('a sure one counts at once where the camp says so, and is looked at later', async () => {
    const answerId = await written(essay(), 'at-once');
    const one = await eventually('a grade', async () => {
      const now = await get(answerId);
      return now.state === 'graded' ? now : null;
    });
    expect(one).toMatchObject({ released: true, points: 3, grade: { released: true }, history: [{ by: null }] });
    const { answers } = await student.call(assessment.review, { attemptId });
    expect(answers.at(-1)?.grade).toMatchObject({ points: 3, released: true });
    expect(answers.at(-1)?.grade?.comment).toContain('It begins with the weather.');
    const { items, released, pending } = await instructor.call(grading.queue, { campId, state: 'released' });
    expect([items.length, released, pending]).toEqual([1, 1, 0]);
    await instructor.call(grading.grade, { campId, answerId, levels: [1, 2], version: one.version });
    expect((await instructor.call(grading.queue, { campId, state: 'released' })).items).toEqual([]);
    expect((await instructor.call(grading.queue, { campId, state: 'graded' })).items).toHaveLength(1);
  });

  it.each([
    ['unsure', best({ confidence: 0.65 }), []],
    ['that quotes what is not there', best({}, ['once upon a time']), ['quotes-dropped', 'low-confidence']],
    ['that leaves a criterion out', best({ criterion: 5 }), ['incomplete', 'low-confidence']],
  ])('one %s waits for a person all the same', async (_, behaviour, flags) => {
    say = () => behaviour;
    const answerId = await written(essay(), 'at-once');
    const one = await settled(answerId);
    expect(one).toMatchObject({ state: 'pending', proposed: { flags } });
  });

  it('an answer that orders its grade from a model that obeys changes nothing but that somebody is told', async () => {
    const answerId = await written(essay(`${TEXT} ${OBEYED[0]}`), 'at-once');
    await settled(answerId);
    const [attempts, proposals] = [app.nest.get(AttemptStore), app.nest.get(ProposalStore)];
    const asked = (await attempts.answers(attemptId)).find((row) => row.written);
    if (asked === undefined) throw new Error('Nothing was written');
    const job = await app.nest.select(AssessmentModule).get(ModuleRef, { strict: true }).create(ProposeGrade);
    for (const words of OBEYED) {
      // One attempt serves for all: what was written is written anew, and proposed anew.
      await app.platform.database.transaction(async (tx) => {
        const answer = essay(`${TEXT} ${words}`);
        await attempts.answer(tx, asked, { answer, right: null, answeredAt: app.clock.now() });
        await proposals.ask(tx, answerId);
      });
      const before = server.requests.length;
      await job.run({ answerId }, { signal: new AbortController().signal });
      expect(server.requests.length).toBe(before + 1);
      const { state, proposed } = await get(answerId);
      expect([words, state, proposed?.points]).toEqual([words, 'pending', 3]);
      expect([words, proposed?.flags]).toEqual([words, expect.arrayContaining(['addresses-grader'])]);
    }
  });

  it('names and addresses stay here', async () => {
    server.requests.length = 0;
    await settled(
      await written(essay(`${TEXT} Quirina Tembleque wrote this; ask me at quirina@aula.example.`), 'instructor'),
    );
    expect(server.requests.length).toBeGreaterThan(0);
    for (const { text } of server.requests) expect(text).not.toMatch(/Quirina|Tembleque|aula\.example/);
  });

  it('what a program tells without being run comes first, and goes with it', async () => {
    server.requests.length = 0;
    say = () => ({
      does: 'fill',
      value: {
        criteria: [{ criterion: 1, level: 1, reason: 'It is there.', quotes: ['def greet(name)'], confidence: 0.9 }],
        addressesGrader: false,
      },
    });
    const one = await settled(
      await written({ kind: 'program', source: 'def greet(name):\n    return (name' }, 'instructor'),
    );
    expect(one.proposed).toMatchObject({ points: 3, code: { summary: { parses: false, functions: 1 } } });
    expect(one.proposed?.code?.findings).toMatchObject([{ file: 'answer.py', rule: 'syntax-end', line: 2 }]);
    expect(server.requests[0]?.text).toContain('It does not parse.');
  });

  it('rules stand in for a model that cannot be reached, and it is asked again, a few times', async () => {
    say = () => ({ does: 'fail', status: 400 });
    const answerId = await written(essay(), 'instructor');
    expect((await settled(answerId)).proposed).toMatchObject({
      state: 'waiting',
      by: { how: 'rules', because: 'unavailable' },
      points: null,
      retryAt: expect.any(String),
      mayAsk: false,
    });
    const job = await app.nest.select(AssessmentModule).get(ModuleRef, { strict: true }).create(ProposeGrade);
    const run = () => job.run({ answerId }, { signal: new AbortController().signal });
    say = best;
    await run();
    expect((await get(answerId)).proposed).toMatchObject({ state: 'ready', points: 3, retryAt: null });
    const asked = server.requests.length;
    await run();
    expect(server.requests.length).toBe(asked);
  });

  it('what breaks is tried a few times, and then said to have failed', async () => {
    const answerId = await written(essay(), 'off');
    const job = await app.nest.select(AssessmentModule).get(ModuleRef, { strict: true }).create(ProposeGrade);
    const aborted = AbortSignal.abort(new Error('gone'));
    await app.platform.database.transaction((tx) => app.nest.get(ProposalStore).ask(tx, answerId));
    for (let tried = 1; tried <= 4; tried++) await expect(job.run({ answerId }, { signal: aborted })).rejects.toThrow();
    await job.run({ answerId }, { signal: aborted });
    expect(await get(answerId)).toMatchObject({ proposal: 'failed', proposed: { mayAsk: true } });
  });
});

describe('within the budget of the camp', () => {
  beforeAll(async () => {
    await start({ ...withModel(), MODEL_TOKENS_CAMP: '1000' });
    return () => app.close();
  });

  it('a proposal waits for new tokens, and says until when', async () => {
    student = await app.asStudent();
    const { proposed } = await settled(await written(essay(), 'at-once'));
    const resetAt = proposed?.retryAt ?? '';
    expect(resetAt).toMatch(/T00:00:00\.000Z$/);
    expect(proposed).toMatchObject({ state: 'waiting', by: { how: 'rules', because: 'budget', resetAt } });
  });
});

describe('without a model', () => {
  beforeAll(async () => {
    await start({});
    return () => app.close();
  });

  it('rules say what they can, marked as such, and nothing counts by itself', async () => {
    student = await app.asStudent();
    const empty = await settled(await written(essay('No idea.'), 'at-once'));
    expect(empty).toMatchObject({
      state: 'pending',
      proposed: { state: 'ready', by: { because: 'no_model' }, points: 0, criteria: [{ rule: 'nearly-empty' }, {}] },
    });
    student = await app.asStudent();
    const program = await settled(await written({ kind: 'program', source: 'def greet(n):\n  return n' }, 'at-once'));
    expect(program.proposed).toMatchObject({ points: 3, criteria: [{ level: 1, rule: 'terms', found: ['greet'] }] });
    await instructor.call(grading.grade, { campId, answerId: program.id, levels: [0], version: program.version });
    const { agreements } = await instructor.call(grading.agreement, { campId });
    expect(agreements).toMatchObject([{ by: 'rules', criteria: 1, exact: 0, withinOne: 1 }]);
  });
});
