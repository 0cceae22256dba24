import { randomUUID } from 'node:crypto';
import { type Camp, camps, type TutorTurn, tutor } from '@tailcamp/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../../kernel/id.js';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { eventsOf } from '../../../../testing/events-of.js';
import { eventually } from '../../../../testing/eventually.js';
import { libraryDatabase } from '../../../../testing/library-database.js';
import { type ModelBehaviour, type ModelServer, startModelServer } from '../../../../testing/servers/model-server.js';
import { TurnStore } from '../../store/tutor/turn-store.js';
import { AnswerTurn } from './answer-turn.js';

const CLOSURE = 'What is a closure?';
const RIGHT = 'scope-what-a-function-takes-along';

interface Class {
  app: TestApp;
  camp: Camp;
  instructor: SignedIn;
  ada: SignedIn;
  bo: SignedIn;
}

async function aClass(environment: Parameters<typeof TestApp.start>[0] = {}): Promise<Class> {
  const app = await TestApp.start(environment, libraryDatabase());
  const [instructor, ada, bo] = [await app.asInstructor(), await app.asStudent('Ada Lark'), await app.asStudent('Bo')];
  const camp = await instructor.call(camps.create, { name: 'Here', timeZone: 'UTC' });
  for (const student of [ada, bo]) await student.call(camps.join, { code: camp.joinCode ?? '' });
  return { app, camp, instructor, ada, bo };
}

/** Asks, and hears the answer to its end. */
async function asked({ app, camp, ada }: Class, question: string, threadId?: string) {
  const campId = camp.id;
  const { turn, thread } = await ada.call(tutor.ask, { campId, clientId: randomUUID(), question, threadId });
  const heard = await eventsOf(app, ada, tutor.live, { campId, turnId: turn.id });
  return { heard, turn: heard.at(-1) as TutorTurn, thread };
}

describe('the tutor without a model', () => {
  let all: Class;
  beforeAll(async () => {
    all = await aClass();
  }, 600_000);
  afterAll(() => all.app.close());

  it('answers by the passages of lessons, the right one first, and says that nobody worded it', async () => {
    const { turn } = await asked(all, CLOSURE);
    expect(turn).toMatchObject({ state: 'done', outcome: 'answered', reply: '', number: 1 });
    expect(turn.by).toEqual({ how: 'rules', because: 'no_model', resetAt: null });
    expect(turn.sources[0]).toMatchObject({ number: 1, lesson: { id: RIGHT }, skill: { id: 'scope' } });
    expect(turn.sources[0]?.passage.length).toBeGreaterThan(80);
  });

  it('says that it does not know, with what is nearest', async () => {
    const { turn } = await asked(all, 'When does the camp start?');
    expect(turn).toMatchObject({ state: 'done', outcome: 'declined', reply: '' });
    expect(turn.sources.length).toBeGreaterThan(0);
  });

  it('understands what points back', async () => {
    const { thread } = await asked(all, CLOSURE);
    const { turn } = await asked(all, 'And why does it work like that?', thread.id);
    expect(turn).toMatchObject({ number: 2, outcome: 'answered' });
    expect(turn.sources[0]?.lesson.id).toBe(RIGHT);
  });

  it('knows at which step something was asked', async () => {
    const { app, camp, ada } = all;
    const campId = camp.id;
    const question = { campId, clientId: randomUUID(), question: 'What is this good for?', skill: 'scope' };
    const { turn } = await ada.call(tutor.ask, question);
    const heard = await eventsOf(app, ada, tutor.live, { campId, turnId: turn.id });
    expect(heard.at(-1)).toMatchObject({ outcome: 'answered' });
    expect(heard.at(-1)?.sources[0]?.skill.id).toBe('scope');
  });

  it('makes one question of one that was sent twice', async () => {
    const { camp, ada } = all;
    const question = { campId: camp.id, clientId: randomUUID(), question: CLOSURE };
    const [one, other] = await Promise.all([ada.call(tutor.ask, question), ada.call(tutor.ask, question)]);
    expect(other.turn.id).toBe(one.turn.id);
    await eventsOf(all.app, ada, tutor.live, { campId: camp.id, turnId: one.turn.id });
    expect((await ada.call(tutor.ask, question)).turn).toMatchObject({ id: one.turn.id, state: 'done' });
  });

  it('keeps conversations: listed, read elsewhere, called otherwise, judged, deleted', async () => {
    const { app, camp, ada } = all;
    const campId = camp.id;
    const { thread, turn } = await asked(all, CLOSURE);
    const threadId = thread.id;
    await ada.call(tutor.rename, { campId, threadId, title: 'Functions that remember' });
    expect(await ada.call(tutor.rate, { campId, turnId: turn.id, helpful: true })).toMatchObject({ helpful: true });
    const elsewhere = await app.signIn(ada.user.id);
    const { items, model } = await elsewhere.call(tutor.threads, { campId });
    expect(items[0]).toMatchObject({ id: threadId, title: 'Functions that remember', asked: 1, openToStaff: false });
    expect(model).toBe(false);
    const { turns } = await elsewhere.call(tutor.thread, { campId, threadId });
    expect(turns).toMatchObject([{ question: CLOSURE, helpful: true }]);
    await ada.call(tutor.remove, { campId, threadId });
    expect(await elsewhere.refused(tutor.thread, { campId, threadId })).toMatchObject({ status: 404 });
    expect(await elsewhere.refused(tutor.stop, { campId, turnId: turn.id })).toMatchObject({ status: 404 });
  });

  it('is nobody else’s: not of another learner, not of staff, unless it was begun while staff might read', async () => {
    const { app, camp, ada, bo, instructor } = all;
    const campId = camp.id;
    const { thread, turn } = await asked(all, CLOSURE);
    const threadId = thread.id;
    expect(await bo.refused(tutor.thread, { campId, threadId })).toMatchObject({ status: 404 });
    expect(await bo.refused(tutor.ask, { campId, threadId, clientId: randomUUID(), question: 'Mine?' })).toMatchObject({
      status: 404,
    });
    await expect(eventsOf(app, bo, tutor.live, { campId, turnId: turn.id })).rejects.toThrow('404');
    expect(await instructor.refused(tutor.thread, { campId, threadId })).toMatchObject({ status: 403 });
    expect(await instructor.refused(tutor.read, { campId, threadId })).toMatchObject({ status: 404 });
    expect(await ada.refused(tutor.open, { campId })).toMatchObject({ status: 403 });

    const { version } = await instructor.call(tutor.settings, { campId });
    await instructor.call(tutor.saveSettings, { campId, settings: { staffMayRead: true }, version });
    const { thread: open } = await asked(all, CLOSURE);
    expect(open.openToStaff).toBe(true);
    expect((await instructor.call(tutor.open, { campId })).items).toMatchObject([{ id: open.id, name: 'Ada Lark' }]);
    expect((await instructor.call(tutor.read, { campId, threadId: open.id })).turns).toHaveLength(1);
    expect(await instructor.refused(tutor.read, { campId, threadId })).toMatchObject({ status: 404 });
    const stale = { campId, settings: { staffMayRead: false }, version };
    expect(await instructor.refused(tutor.saveSettings, stale)).toMatchObject({ code: 'stale' });
    await instructor.call(tutor.saveSettings, { ...stale, version: version + 1 });
    expect(await instructor.refused(tutor.read, { campId, threadId: open.id })).toMatchObject({ status: 404 });
  });

  it('finishes what a process has left, once that counts as dead', async () => {
    const { app, camp, ada } = all;
    const turns = app.nest.get(TurnStore);
    const { thread, turn } = await asked(all, CLOSURE);
    // Asked, and taken in hand by a process that is no more.
    const left = { ...turn, id: newId(), number: 2, clientId: randomUUID(), skill: null };
    const memberId = (await turns.find(turn.id))?.memberId ?? '';
    const askedAt = app.clock.now();
    await app.platform.database.transaction((tx) => turns.ask(tx, { ...left, threadId: thread.id, memberId, askedAt }));
    const soon = new Date(askedAt.getTime() + 20_000);
    await turns.claim({ turnId: left.id, execution: newId() }, askedAt, soon);
    await app.nest.get(AnswerTurn).lookAfter(left.id);
    expect(await turns.find(left.id)).toMatchObject({ state: 'answering' });
    app.clock.advance(21_000);
    const heard = await eventsOf(app, ada, tutor.live, { campId: camp.id, turnId: left.id });
    expect(heard.at(-1)).toMatchObject({ state: 'done', outcome: 'answered' });
  });
});

describe('the tutor with a model', () => {
  let all: Class;
  let server: ModelServer;
  let behave: (text: string) => ModelBehaviour;
  beforeAll(async () => {
    server = await startModelServer(({ text }) => behave(text));
    all = await aClass({
      OPENAI_API_KEY: 'key',
      OPENAI_BASE_URL: `${server.url}/v1`,
      ANTHROPIC_API_KEY: 'key',
      ANTHROPIC_BASE_URL: server.url,
      MODEL_SECONDS: '5',
    });
  }, 600_000);
  afterAll(async () => {
    await all.app.close();
    await server.stop();
  });
  afterEach(() => {
    server.requests.splice(0);
  });

  it('has passages worded, cites what it was given, and hides whom it is for', async () => {
    behave = () => ({
      does: 'say',
      text: 'It remembers [1]. See [9] and [this](http://evil.example).',
    });
    const { turn } = await asked(all, `What is a closure, and what is a closure good for? ${all.ada.user.email}`);
    expect(turn).toMatchObject({ state: 'done', outcome: 'answered', by: { how: 'model', prompt: 'tutor/1' } });
    expect(turn.reply).toBe('It remembers [1]. See  and this.');
    expect(turn.sources.map(({ number }) => number)).toEqual([1]);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.text).not.toContain(all.ada.user.email);
    expect(server.requests[0]?.text).toContain('Such a function with luggage is called');
  });

  it('shows a reply as it comes, and goes on when its reader has left', async () => {
    const { app, camp, ada } = all;
    const campId = camp.id;
    const whole = 'It keeps the variables around it alive [1]. '.repeat(40);
    behave = () => ({ does: 'say', text: whole });
    const { turn } = await ada.call(tutor.ask, { campId, clientId: randomUUID(), question: CLOSURE });
    const leaving = new AbortController();
    const gone = eventsOf(app, ada, tutor.live, { campId, turnId: turn.id }, leaving.signal);
    leaving.abort();
    await expect(gone).rejects.toThrow();
    const heard = await eventsOf(app, ada, tutor.live, { campId, turnId: turn.id });
    expect(heard.at(-1)).toMatchObject({ state: 'done', reply: whole.trim() });
    for (const { reply, state } of heard.slice(0, -1)) {
      expect(state).toBe('answering');
      expect(whole.startsWith(reply)).toBe(true);
    }
  });

  it('tells an answer of its own from one of the lessons, and hears when it knows none', async () => {
    behave = () => ({ does: 'say', text: 'Everybody knows that.' });
    expect((await asked(all, CLOSURE)).turn).toMatchObject({ outcome: 'uncited', sources: [] });
    behave = () => ({ does: 'say', text: 'NONE' });
    expect((await asked(all, CLOSURE)).turn).toMatchObject({ outcome: 'declined', reply: '', by: { how: 'model' } });
  });

  it('asks it nothing where no lesson answers', async () => {
    behave = () => ({ does: 'say', text: 'On Monday [1].' });
    expect((await asked(all, 'When does the camp start?')).turn).toMatchObject({ outcome: 'declined', by: null });
    expect(server.requests).toHaveLength(0);
  });

  it.each([
    ['cuts its reply off', { does: 'break', after: 'It remembers' }],
    ['fails', { does: 'fail', status: 400 }],
  ] as const)('answers by passages where the model %s', async (_, behaviour) => {
    behave = () => behaviour;
    const { turn } = await asked(all, CLOSURE);
    expect(turn).toMatchObject({ state: 'done', outcome: 'answered', reply: '' });
    expect(turn.sources[0]?.lesson.id).toBe(RIGHT);
    expect(turn.by).toEqual({ how: 'rules', because: 'unavailable', resetAt: null });
    all.app.clock.advance(60_000);
  });

  it('stops, and tries again', async () => {
    const { app, camp, ada } = all;
    const campId = camp.id;
    behave = () => ({ does: 'stall', ms: 4_000 });
    const { turn } = await ada.call(tutor.ask, { campId, clientId: randomUUID(), question: CLOSURE });
    const of = { campId, turnId: turn.id };
    await eventually('the model is asked', () => server.requests.length > 0);
    const again = { campId, threadId: turn.threadId, clientId: randomUUID(), question: 'And then?' };
    expect(await ada.refused(tutor.ask, again)).toMatchObject({ code: 'conflict' });
    expect(await ada.call(tutor.stop, of)).toMatchObject({ state: 'stopped' });
    expect((await eventsOf(app, ada, tutor.live, of)).at(-1)).toMatchObject({ state: 'stopped' });
    behave = () => ({ does: 'say', text: 'It remembers [1].' });
    expect(await ada.call(tutor.retry, of)).toMatchObject({ state: 'answering' });
    expect((await eventsOf(app, ada, tutor.live, of)).at(-1)).toMatchObject({
      state: 'done',
      reply: 'It remembers [1].',
    });
    expect(await ada.refused(tutor.retry, of)).toMatchObject({ code: 'conflict' });
  });

  it('remembers a long conversation by its summary', async () => {
    behave = (text) =>
      text.includes('at most eight short sentences')
        ? { does: 'say', text: 'They spoke of closures at length.' }
        : { does: 'say', text: 'It remembers [1].' };
    const { thread } = await asked(all, CLOSURE);
    for (let turn = 2; turn <= 8; turn += 1) await asked(all, CLOSURE, thread.id);
    await eventually('a summary', () => server.requests.some(({ text }) => text.includes('at most eight short')));
    await eventually('it is told', async () => {
      await asked(all, CLOSURE, thread.id);
      return server.requests.at(-1)?.text.includes('They spoke of closures at length.');
    });
  });
});

describe('the tutor whose model has no tokens left', () => {
  it('says when there are new ones, and answers by passages', async () => {
    const server = await startModelServer(() => ({ does: 'say', text: 'It remembers [1].' }));
    const all = await aClass({
      OPENAI_API_KEY: 'key',
      OPENAI_BASE_URL: `${server.url}/v1`,
      MODEL_TOKENS_USER: '1000',
    });
    const { turn } = await asked(all, CLOSURE);
    expect(turn).toMatchObject({
      state: 'done',
      outcome: 'answered',
      reply: '',
      by: { how: 'rules', because: 'budget' },
    });
    expect(turn.by?.how === 'rules' && turn.by.resetAt).toMatch(/T00:00:00.000Z$/);
    expect(server.requests).toHaveLength(0);
    await all.app.close();
    await server.stop();
  }, 60_000);
});
