import type { z } from 'zod';

export interface ModelMessage {
  from: 'user' | 'model';
  text: string;
}

/** What a model is asked. */
export interface ModelAsk {
  /** Name and version of the prompt, such as `explain-answer/1`: metrics and the record of use go by it. */
  prompt: string;
  /** What we wrote; it holds no personal data, and goes out as it stands. */
  instructions: string;
  /** What people wrote, and what was found for them: masked on the way out. The last is from the user. */
  messages: readonly ModelMessage[];
  /** Lines of ours in the messages, such as tags around their parts: they go out as they stand. */
  frames?: readonly string[];
  /** The longest reply, in tokens. */
  mostTokens: number;
  /** Whose budget pays. */
  payer: { userId: string; campId: string };
  /** Names, addresses and other words that tell of persons at hand, such as those of the roster; masked wherever they stand. */
  people: readonly string[];
  signal?: AbortSignal | undefined;
}

/** What came of it, with what it took. */
export interface ModelReply<T> {
  value: T;
  /** Provider and model, such as `anthropic/claude-sonnet-4-5`. */
  by: string;
  tokens: { input: number; output: number };
}

/** No model is configured, or none can be had just now; the caller goes by its rules. */
export class ModelUnavailable extends Error {
  override readonly name = 'ModelUnavailable';
}

/** The tokens of the day are used up. */
export class BudgetExceeded extends Error {
  override readonly name = 'BudgetExceeded';
  constructor(
    readonly whose: 'user' | 'camp',
    /** When there are new ones. */
    readonly resetAt: Date,
  ) {
    super(`The ${whose}'s tokens are used up until ${resetAt.toISOString()}`);
  }
}

/** The model answered twice with what does not fit; the caller goes by its rules. */
export class ReplyInvalid extends Error {
  override readonly name = 'ReplyInvalid';
}

/** The prompt does not fit the window once it is masked. */
export class PromptTooLong extends RangeError {
  override readonly name = 'PromptTooLong';
}

/** The reply ended too early, after some of it had been passed on. */
export class ReplyCutOff extends Error {
  override readonly name = 'ReplyCutOff';
}

/**
 * The language model, whichever it is. Everything that goes out passes here: what tells of persons is masked and put back
 * in the reply, budgets hold, and providers stand in for each other.
 */
export abstract class LanguageModel {
  /** Whether there is one at all; what it would be asked is not even put together where there is none. */
  abstract readonly available: boolean;
  /** Tokens that a prompt and its reply may take together, with whichever provider answers. */
  abstract readonly window: number;

  /** @throws {ModelUnavailable | BudgetExceeded | PromptTooLong}, as the others do */
  abstract write(ask: ModelAsk): Promise<ModelReply<string>>;
  /**
   * The reply in pieces as they come. @returns the whole of it
   * @throws {ModelUnavailable | BudgetExceeded} before the first piece, {ReplyCutOff} after it
   */
  abstract stream(ask: ModelAsk): AsyncGenerator<string, ModelReply<string>>;
  /**
   * A reply of a form: what does not fit it is sent back once to be mended.
   * @param form an object
   * @throws {ModelUnavailable | BudgetExceeded | ReplyInvalid}
   */
  abstract fill<T>(ask: ModelAsk, form: z.ZodType<T>): Promise<ModelReply<T>>;
}

/** Where there is none. */
export class NoModel extends LanguageModel {
  readonly available = false;
  readonly window = 0;

  async write(): Promise<never> {
    throw new ModelUnavailable('No language model is configured');
  }

  // biome-ignore lint/correctness/useYield: it has nothing to give
  async *stream(): AsyncGenerator<string, never> {
    throw new ModelUnavailable('No language model is configured');
  }

  async fill(): Promise<never> {
    throw new ModelUnavailable('No language model is configured');
  }
}
