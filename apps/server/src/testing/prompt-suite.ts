import { pino } from 'pino';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../kernel/id.js';
import type { Database } from '../platform/database/index.js';
import { TokenBudget } from '../platform/llm/budget.js';
import {
  type Asking,
  fillPrompt,
  idOf,
  type LanguageModel,
  type Prompt,
  ReplyInvalid,
  streamPrompt,
} from '../platform/llm/index.js';
import { GuardedModel } from '../platform/llm/model.guarded.js';
import { LangChainProvider } from '../platform/llm/provider.langchain.js';
import { mostTokensOf } from '../platform/llm/tokens.js';
import { Metrics } from '../platform/telemetry/index.js';
import { CANARIES, CANARY_TRACES } from './canaries.js';
import { TestClock } from './clock.js';
import { embeddedTestDatabase } from './database.js';
import { type ModelBehaviour, type ModelServer, startModelServer } from './servers/model-server.js';

/** A reply as a provider gave it, and what is to come of it. */
export interface RecordedReply<Output> {
  name: string;
  /** What a model answered: a form's content, or words. One behaviour, or the first and the one after it was asked to mend. */
  replies: readonly [ModelBehaviour, ModelBehaviour?];
  /** What the use case gets; `refused` where it has to go by its rules. */
  becomes: Output | 'refused';
}

const silent = pino({ level: 'silent' });
const WINDOW = 8_000;

/** Makes a valid input, each of whose texts by people is, or holds, `text`. */
type InputOf<Input> = (text: string) => Input;

/** The suite of a prompt whose reply is a form: see `suite`. */
export const formPromptSuite = <Input, Output>(
  prompt: Prompt<Input, Output>,
  cases: { input: InputOf<Input>; recorded: readonly RecordedReply<Output>[] },
): void => suite(prompt, cases, async (model, input, asking) => (await fillPrompt(model, prompt, input, asking)).value);

/** The suite of a prompt whose reply is in words: see `suite`. */
export const textPromptSuite = <Input>(
  prompt: Prompt<Input, string>,
  cases: { input: InputOf<Input>; recorded: readonly RecordedReply<string>[] },
): void =>
  suite(prompt, cases, async (model, input, asking) => {
    const pieces = streamPrompt(model, prompt, input, asking);
    for (;;) {
      const piece = await pieces.next();
      if (piece.done) return piece.value.value;
    }
  });

/**
 * What every prompt keeps to, over the wire, with either provider: its recorded replies, its window however long its
 * input is, and that nothing that tells of a person goes out.
 */
function suite<Input, Output>(
  prompt: Prompt<Input, Output>,
  { input, recorded }: { input: InputOf<Input>; recorded: readonly RecordedReply<Output>[] },
  answered: (model: LanguageModel, input: Input, asking: Asking) => Promise<Output>,
): void {
  describe(`the prompt ${idOf(prompt)}`, () => {
    let database: Database;
    const servers: ModelServer[] = [];
    beforeAll(async () => {
      database = await embeddedTestDatabase();
      return () => database.close();
    });
    afterEach(async () => {
      for (const server of servers.splice(0)) await server.stop();
    });

    const payer = { userId: newId(), campId: newId() };
    const asking: Asking = { payer, people: CANARIES.people };

    async function ask(kind: 'openai' | 'anthropic', replies: readonly (ModelBehaviour | undefined)[], given: Input) {
      const server = await startModelServer(
        (_, number) => replies[number - 1] ?? replies[0] ?? { does: 'fail', status: 500 },
      );
      servers.push(server);
      const provider = new LangChainProvider({
        kind,
        model: 'm',
        baseUrl: kind === 'openai' ? `${server.url}/v1` : server.url,
        apiKey: 'key',
        window: WINDOW,
        price: { input: 1, output: 2 },
        patienceMs: 5_000,
      });
      const budget = new TokenBudget(database, new TestClock(), { user: 10_000_000, camp: 10_000_000 });
      const model = new GuardedModel({ providers: [provider], budget, log: silent, metrics: new Metrics() });
      return { answer: await answered(model, given, asking).catch((error: unknown) => error), server };
    }

    /** One that is taken. */
    const taken = () => recorded.find(({ becomes }) => becomes !== 'refused')?.replies ?? [];

    it.each(
      recorded.flatMap((each) => [
        { ...each, kind: 'openai' as const },
        { ...each, kind: 'anthropic' as const },
      ]),
    )('makes of the reply of $kind: $name', async ({ kind, replies, becomes }) => {
      const { answer } = await ask(kind, replies, input('a text'));
      if (becomes === 'refused') expect(answer).toBeInstanceOf(ReplyInvalid);
      else expect(answer).toEqual(becomes);
    });

    it('stays within the window, however long what it is given, and however much of it is masked', async () => {
      for (const long of ['a lengthy text, without end. '.repeat(4_000), 'Mo Abiodun, '.repeat(8_000)]) {
        const { server, answer } = await ask('openai', taken(), input(long));
        expect(answer).not.toBeInstanceOf(Error);
        for (const { text } of server.requests) expect(mostTokensOf(text) / 1.35).toBeLessThan(WINDOW);
      }
    });

    it('lets a model see where each part of its material begins and ends', async () => {
      const given = input('a text');
      const { server } = await ask('openai', taken(), given);
      const sent = JSON.stringify(JSON.parse(server.requests[0]?.text ?? '').messages);
      for (const { name, pieces } of prompt.sections(given)) {
        if (pieces.length > 0) expect(sent).toMatch(new RegExp(`<${name}>.+</${name}>`));
      }
    });

    it('sends nothing that tells of a person', async () => {
      const { server } = await ask('anthropic', taken(), input(CANARIES.text));
      expect(server.requests.length).toBeGreaterThan(0);
      for (const { text } of server.requests) for (const trace of CANARY_TRACES) expect(text).not.toContain(trace);
    });
  });
}
