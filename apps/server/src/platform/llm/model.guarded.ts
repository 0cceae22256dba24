import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Breaker } from '../../kernel/breaker.js';
import { identitiesIn, Mask } from '../masking/index.js';
import type { Logger, Metrics } from '../telemetry/index.js';
import type { TokenBudget } from './budget.js';
import {
  LanguageModel,
  type ModelAsk,
  type ModelReply,
  ModelUnavailable,
  PromptTooLong,
  ReplyCutOff,
  ReplyInvalid,
} from './language-model.js';
import { type ModelProvider, type ProviderAsk, ProviderFailed, type ProviderReply } from './provider.js';
import { mostTokensOf, withinTokens } from './tokens.js';

const TRIES = 2;
/** What is said of a reply that does not fit, in tokens; it is cut to that. */
const MENDING = 600;
/** Longer a person is not kept waiting for a busy provider: the next one is asked. */
const LONGEST_WAIT_MS = 5_000;
const FIRST_WAIT_MS = 300;
/** Failures in a row after which a provider is left alone, and for how long. */
const MOST_FAILURES = 3;
const REST_MS = 30_000;

export interface GuardedModelParts {
  /** In the order in which they are asked; one at least. */
  providers: readonly ModelProvider[];
  budget: TokenBudget;
  log: Logger;
  metrics: Metrics;
}

interface Guarded {
  provider: ModelProvider;
  breaker: Breaker;
}

/** Providers behind a mask, a budget and breakers. There is no other way to them. */
export class GuardedModel extends LanguageModel {
  readonly available = true;
  readonly window: number;
  readonly #providers: readonly Guarded[];

  constructor(private readonly parts: GuardedModelParts) {
    super();
    this.window = Math.min(...parts.providers.map(({ window }) => window));
    this.#providers = parts.providers.map((provider) => ({
      provider,
      breaker: new Breaker(MOST_FAILURES, REST_MS),
    }));
  }

  async write(ask: ModelAsk): Promise<ModelReply<string>> {
    return this.paid(ask, 1, async (masked, mask, spend) => {
      const { by, reply } = await this.ask(masked, spend);
      return { by, value: mask.unmask(reply.text) };
    });
  }

  async fill<T>(ask: ModelAsk, form: z.ZodType<T>): Promise<ModelReply<T>> {
    const schema = z.toJSONSchema(form, { io: 'output' });
    return this.paid(ask, 2, async (masked, mask, spend) => {
      let asked: ProviderAsk = { ...masked, form: schema };
      for (let attempt = 1; ; attempt += 1) {
        const { by, reply } = await this.ask(asked, spend);
        const parsed = form.safeParse(mask.unmaskAll(reply.filled));
        if (parsed.success) return { by, value: parsed.data };
        const faults = withinTokens(z.prettifyError(parsed.error), MENDING / 2);
        if (attempt === 2) throw new ReplyInvalid(`${ask.prompt} by ${by}: ${faults}`);
        const said = reply.filled === undefined ? reply.text : JSON.stringify(reply.filled);
        const mend = `Your reply does not have the form that was asked for:\n${mask.mask(faults)}\nGive it again, whole, in that form.`;
        asked = {
          ...asked,
          messages: [...masked.messages, { from: 'model', text: said || '(nothing)' }, { from: 'user', text: mend }],
        };
      }
    });
  }

  async *stream(ask: ModelAsk): AsyncGenerator<string, ModelReply<string>> {
    const { masked, mask, most } = this.masked(ask, 1);
    const settle = await this.parts.budget.reserve(ask, most);
    const tokens = { input: 0, output: 0 };
    let started = false;
    try {
      for (const { provider, breaker } of this.willing()) {
        const unmasking = mask.unmasking();
        try {
          const pieces = provider.stream(masked);
          for (;;) {
            const piece = await pieces.next();
            if (piece.done) {
              add(tokens, piece.value.tokens);
              this.told(provider, piece.value, 'answered');
              breaker.succeeded();
              const rest = unmasking.rest();
              if (rest !== '') yield rest;
              return { value: mask.unmask(piece.value.text), by: provider.name, tokens };
            }
            const text = unmasking.next(piece.value);
            started ||= text !== '';
            if (text !== '') yield text;
          }
        } catch (error) {
          this.failed(provider, breaker, error, ask);
          // What a reply that broke off has cost nobody tells: as much as it may have.
          if (started) tokens.output = ask.mostTokens;
          if (started) throw new ReplyCutOff('The reply was cut off', { cause: error });
        }
      }
      throw new ModelUnavailable('No provider answered');
    } finally {
      await settle(tokens.input + tokens.output);
    }
  }

  /** Masks, reserves, works, and settles with what it cost. */
  private async paid<T>(
    ask: ModelAsk,
    replies: number,
    work: (
      masked: ProviderAsk,
      mask: Mask,
      spend: (tokens: ProviderReply['tokens']) => void,
    ) => Promise<Omit<ModelReply<T>, 'tokens'>>,
  ): Promise<ModelReply<T>> {
    const { masked, mask, most } = this.masked(ask, replies);
    const settle = await this.parts.budget.reserve(ask, most);
    const tokens = { input: 0, output: 0 };
    try {
      return { ...(await work(masked, mask, (spent) => add(tokens, spent))), tokens };
    } finally {
      await settle(tokens.input + tokens.output);
    }
  }

  /** @param replies how many there may be in the end; each is sent back with what is wrong with it, but for the last */
  private masked({ instructions, messages, frames = [], mostTokens, people, signal }: ModelAsk, replies: number) {
    const mask = new Mask((text) => identitiesIn(text, people));
    const masked: ProviderAsk = {
      instructions,
      messages: messages.map(({ from, text }) => ({ from, text: maskedBetween(text, frames, mask) })),
      mostTokens,
      signal: signal ?? new AbortController().signal,
    };
    const input = [instructions, ...masked.messages.map(({ text }) => text)];
    const more = replies * mostTokens + (replies - 1) * MENDING;
    const most = input.reduce((sum, text) => sum + mostTokensOf(text), more);
    if (most > this.window) throw new PromptTooLong(`The prompt takes ${most} tokens, and the window ${this.window}`);
    return { masked, mask, most };
  }

  /** Asks one provider after the other, each again where that may help. */
  private async ask(ask: ProviderAsk, spend: (tokens: ProviderReply['tokens']) => void) {
    for (const { provider, breaker } of this.willing()) {
      for (let attempt = 1; attempt <= TRIES; attempt += 1) {
        try {
          const reply = await provider.ask(ask);
          breaker.succeeded();
          spend(reply.tokens);
          this.told(provider, reply, 'answered');
          return { by: provider.name, reply };
        } catch (error) {
          const failure = this.failed(provider, breaker, error, ask);
          const wait = failure.waitMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
          const helps = failure.kind === 'busy' || failure.kind === 'down';
          if (!helps || attempt === TRIES || wait > LONGEST_WAIT_MS) break;
          await pause(wait, undefined, { signal: ask.signal });
        }
      }
    }
    throw new ModelUnavailable('No provider answered');
  }

  private *willing(): Generator<Guarded> {
    for (const one of this.#providers) if (one.breaker.leftAloneUntil === null) yield one;
  }

  /** @throws what is no failure of the provider, such as that nobody waits any longer */
  private failed(
    provider: ModelProvider,
    breaker: Breaker,
    error: unknown,
    { signal }: { signal?: AbortSignal | undefined },
  ): ProviderFailed {
    signal?.throwIfAborted();
    if (!(error instanceof ProviderFailed)) throw error;
    breaker.failed();
    this.parts.metrics.modelAsks.inc({ provider: provider.name, outcome: error.kind });
    // What a provider says may quote what it was sent, so it stays out of the log.
    this.parts.log.warn({ provider: provider.name, kind: error.kind }, 'a language model failed');
    return error;
  }

  private told({ name, price }: ModelProvider, { tokens }: ProviderReply, outcome: 'answered'): void {
    const { modelAsks, modelTokens, modelDollars } = this.parts.metrics;
    modelAsks.inc({ provider: name, outcome });
    modelTokens.inc({ provider: name, direction: 'input' }, tokens.input);
    modelTokens.inc({ provider: name, direction: 'output' }, tokens.output);
    modelDollars.inc({ provider: name }, (tokens.input * price.input + tokens.output * price.output) / 1e6);
  }
}

function add(sum: ProviderReply['tokens'], more: ProviderReply['tokens']): void {
  sum.input += more.input;
  sum.output += more.output;
}

/** What stands between the frames is masked; they are not, as a tag can look like the name of an account. */
function maskedBetween(text: string, frames: readonly string[], mask: Mask): string {
  const parts: string[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) parts.push(mask.mask(open.join('\n')));
    open = [];
  };
  for (const line of text.split('\n')) {
    if (frames.includes(line)) {
      close();
      parts.push(line);
    } else open.push(line);
  }
  close();
  return parts.join('\n');
}
