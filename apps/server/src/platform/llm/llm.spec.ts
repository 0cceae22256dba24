import { pino } from 'pino';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '../../kernel/id.js';
import { TestClock } from '../../testing/clock.js';
import { embeddedTestDatabase } from '../../testing/database.js';
import {
  type ModelBehaviour,
  type ModelRequest,
  type ModelServer,
  startModelServer,
} from '../../testing/servers/model-server.js';
import type { Database } from '../database/index.js';
import { Metrics } from '../telemetry/index.js';
import { TokenBudget } from './budget.js';
import { BudgetExceeded, type ModelAsk, ModelUnavailable, NoModel, ReplyCutOff, ReplyInvalid } from './index.js';
import { GuardedModel } from './model.guarded.js';
import { LangChainProvider } from './provider.langchain.js';

const silent = pino({ level: 'silent' });
const payer = { userId: newId(), campId: newId() };
const ask = (text = 'Hello', more: Partial<ModelAsk> = {}): ModelAsk => ({
  prompt: 'test/1',
  instructions: 'Answer.',
  messages: [{ from: 'user', text }],
  mostTokens: 200,
  payer,
  people: [],
  ...more,
});

let database: Database;
const servers: ModelServer[] = [];
beforeAll(async () => {
  database = await embeddedTestDatabase();
  return () => database.close();
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

async function serve(behave: (request: ModelRequest, number: number) => ModelBehaviour): Promise<ModelServer> {
  const server = await startModelServer(behave);
  servers.push(server);
  return server;
}

type Kind = 'openai' | 'anthropic';
const provider = (kind: Kind, { url }: { url: string }, more: { key?: string; patienceMs?: number } = {}) =>
  new LangChainProvider({
    kind,
    model: 'm',
    baseUrl: kind === 'openai' ? `${url}/v1` : url,
    apiKey: more.key ?? 'key',
    window: 8000,
    price: { input: 1, output: 2 },
    patienceMs: more.patienceMs ?? 5000,
  });

function modelOf(...providers: LangChainProvider[]) {
  const metrics = new Metrics();
  const clock = new TestClock();
  const budget = new TokenBudget(database, clock, { user: 1_000_000, camp: 1_000_000 });
  return { model: new GuardedModel({ providers, budget, log: silent, metrics }), metrics };
}

async function heard(stream: AsyncGenerator<string, { value: string }>) {
  const pieces: string[] = [];
  for (;;) {
    const next = await stream.next();
    if (next.done) return { pieces, value: next.value.value };
    pieces.push(next.value);
  }
}

const Verdict = z.object({ right: z.boolean(), because: z.string().min(3) });

describe.each<Kind>(['openai', 'anthropic'])('%s over the wire', (kind) => {
  it('writes, and tells what it took', async () => {
    const server = await serve(() => ({ does: 'say', text: 'Hello to you' }));
    const { model, metrics } = modelOf(provider(kind, server));
    expect(await model.write(ask())).toEqual({
      value: 'Hello to you',
      by: `${kind}/m`,
      tokens: { input: 100, output: 20 },
    });
    const [dollars] = (await metrics.modelDollars.get()).values;
    expect(dollars?.value).toBeCloseTo((100 * 1 + 20 * 2) / 1e6, 12);
  });

  it('streams in pieces', async () => {
    const server = await serve(() => ({ does: 'say', text: 'A longer answer' }));
    const { pieces, value } = await heard(modelOf(provider(kind, server)).model.stream(ask()));
    expect(pieces.length).toBeGreaterThan(3);
    expect([pieces.join(''), value]).toEqual(['A longer answer', 'A longer answer']);
  });

  it('fills a form', async () => {
    const server = await serve(() => ({ does: 'fill', value: { right: true, because: 'it is so' } }));
    const { value } = await modelOf(provider(kind, server)).model.fill(ask(), Verdict);
    expect(value).toEqual({ right: true, because: 'it is so' });
    expect(JSON.parse(server.requests[0]?.text ?? '').tools).toHaveLength(1);
  });

  it('has a form that does not fit mended once, and gives up after that', async () => {
    const server = await serve((_, number) =>
      number === 1
        ? { does: 'fill', value: { right: 'yes' } }
        : { does: 'fill', value: { right: true, because: 'it is so' } },
    );
    const { value, tokens } = await modelOf(provider(kind, server)).model.fill(ask(), Verdict);
    expect(value.right).toBe(true);
    expect(tokens.input).toBe(200);
    expect(server.requests[1]?.text).toContain('does not have the form');
    const stubborn = await serve(() => ({ does: 'say', text: 'I would rather talk' }));
    await expect(modelOf(provider(kind, stubborn)).model.fill(ask(), Verdict)).rejects.toThrow(ReplyInvalid);
    expect(stubborn.requests).toHaveLength(2);
  });

  it('refuses at once where the key is wrong', async () => {
    const server = await serve(() => ({ does: 'say', text: 'never' }));
    await expect(modelOf(provider(kind, server, { key: 'wrong' })).model.write(ask())).rejects.toThrow(
      ModelUnavailable,
    );
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, ModelBehaviour]>([
    ['an error of the server', { does: 'fail', status: 500 }],
    ['a busy server that says when', { does: 'fail', status: 429, retryAfter: '0.01' }],
    ['a reply that breaks off', { does: 'break', after: 'Hel' }],
  ])('asks once more after %s', async (_, trouble) => {
    const server = await serve((_request, number) => (number === 1 ? trouble : { does: 'say', text: 'At last' }));
    expect((await modelOf(provider(kind, server)).model.write(ask())).value).toBe('At last');
    expect(server.requests).toHaveLength(2);
  });

  it('does not wait long for a busy server', async () => {
    const server = await serve(() => ({ does: 'fail', status: 429, retryAfter: '120' }));
    await expect(modelOf(provider(kind, server)).model.write(ask())).rejects.toThrow(ModelUnavailable);
    expect(server.requests).toHaveLength(1);
  });

  it('does not wait for one that does not answer', async () => {
    const server = await serve(() => ({ does: 'stall', ms: 60_000 }));
    const { model } = modelOf(provider(kind, server, { patienceMs: 100 }));
    await expect(model.write(ask())).rejects.toThrow(ModelUnavailable);
    await expect(heard(model.stream(ask()))).rejects.toThrow(ModelUnavailable);
  });

  it('says that a stream was cut off, after what came of it', async () => {
    const server = await serve(() => ({ does: 'break', after: 'The first half' }));
    const stream = modelOf(provider(kind, server)).model.stream(ask());
    const pieces: string[] = [];
    const listening = (async () => {
      for await (const piece of stream) pieces.push(piece);
    })();
    await expect(listening).rejects.toThrow(ReplyCutOff);
    expect('The first half').toContain(pieces.join(''));
  });

  it('stops when nobody waits any longer', async () => {
    const server = await serve(() => ({ does: 'stall', ms: 60_000 }));
    const leaving = new AbortController();
    const asked = modelOf(provider(kind, server)).model.write(ask('Hello', { signal: leaving.signal }));
    leaving.abort(new Error('left'));
    await expect(asked).rejects.toThrow('left');
  });
});

describe('providers in order', () => {
  it.each<[Kind, Kind]>([
    ['openai', 'anthropic'],
    ['anthropic', 'openai'],
  ])('stand in: %s fails, %s answers', async (first, second) => {
    const [sick, well] = [
      await serve(() => ({ does: 'fail', status: 500 })),
      await serve(() => ({ does: 'say', text: 'Here' })),
    ];
    const { model } = modelOf(provider(first, sick), provider(second, well));
    expect((await model.write(ask())).by).toBe(`${second}/m`);
    expect((await heard(model.stream(ask()))).value).toBe('Here');
  });

  it('leave a sick one alone after some failures', async () => {
    const [sick, well] = [
      await serve(() => ({ does: 'fail', status: 500 })),
      await serve(() => ({ does: 'say', text: 'Here' })),
    ];
    const { model } = modelOf(provider('openai', sick), provider('anthropic', well));
    for (let time = 0; time < 4; time += 1) await model.write(ask());
    expect(sick.requests.length).toBeLessThanOrEqual(4);
    expect(well.requests).toHaveLength(4);
  });
});

describe('what goes out', () => {
  it('holds nobody’s name, and comes back with it, pieces included', async () => {
    const server = await serve(({ text }) => {
      const placeholder = /⟦PERSON\d+⟧/.exec(text)?.[0] ?? 'nobody';
      return { does: 'say', text: `Ask ${placeholder} about it.` };
    });
    const { model } = modelOf(provider('openai', server));
    const asked = ask('What did Ludmila Brennstein say?', { people: ['Ludmila Brennstein'] });
    expect((await model.write(asked)).value).toBe('Ask Ludmila Brennstein about it.');
    expect((await heard(model.stream(asked))).pieces.join('')).toBe('Ask Ludmila Brennstein about it.');
    for (const { text } of server.requests) expect(text).not.toMatch(/Ludmila|Brennstein/);
  });
});

describe('the budget', () => {
  const budgeted = async (budgets: { user: number; camp: number }) => {
    const clock = new TestClock();
    const server = await serve(() => ({ does: 'say', text: 'Yes' }));
    const budget = new TokenBudget(database, clock, budgets);
    const model = new GuardedModel({
      providers: [provider('openai', server)],
      budget,
      log: silent,
      metrics: new Metrics(),
    });
    return { model, clock };
  };
  const of = (userId: string, campId: string) => ask('Hello', { payer: { userId, campId } });

  it('of a person ends, and is new the next day', async () => {
    const { model, clock } = await budgeted({ user: 400, camp: 100_000 });
    const mine = of(newId(), newId());
    await model.write(mine);
    await model.write(mine);
    const refused = await model.write(mine).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(BudgetExceeded);
    const midnight = new Date(Math.floor(Date.now() / 86_400_000 + 1) * 86_400_000);
    expect(refused).toMatchObject({ whose: 'user', resetAt: midnight });
    clock.advance(86_400_000);
    expect((await model.write(mine)).value).toBe('Yes');
  });

  it('of a camp is shared by its people, and holds when they ask at once', async () => {
    const { model } = await budgeted({ user: 100_000, camp: 500 });
    const campId = newId();
    const asked = await Promise.allSettled(Array.from({ length: 6 }, () => model.write(of(newId(), campId))));
    const served = asked.filter(({ status }) => status === 'fulfilled').length;
    expect(served).toBeGreaterThanOrEqual(1);
    expect(served).toBeLessThanOrEqual(4);
    expect(asked.some((one) => one.status === 'rejected' && one.reason instanceof BudgetExceeded)).toBe(true);
  });
});

it('is said to be missing where there is none', async () => {
  const none = new NoModel();
  expect(none.available).toBe(false);
  await expect(none.write()).rejects.toThrow(ModelUnavailable);
});
