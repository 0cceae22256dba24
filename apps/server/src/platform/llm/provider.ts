import type { ModelMessage } from './language-model.js';

/** What a provider is asked: masked, counted and paid for already. Nothing outside this folder may ask it. */
export interface ProviderAsk {
  instructions: string;
  messages: readonly ModelMessage[];
  mostTokens: number;
  /** JSON Schema of an object that the reply has to be. */
  form?: Record<string, unknown> | undefined;
  signal: AbortSignal;
}

export interface ProviderReply {
  text: string;
  /** What was filled into the form; undefined where the reply was none, or no JSON. */
  filled?: unknown;
  tokens: { input: number; output: number };
}

export interface ModelProvider {
  /** Such as `openai/gpt-5-mini`. */
  readonly name: string;
  readonly window: number;
  /** US dollars for a million tokens. */
  readonly price: { input: number; output: number };
  /** @throws {ProviderFailed} */
  ask(ask: ProviderAsk): Promise<ProviderReply>;
  /** @returns the whole, after its pieces. @throws {ProviderFailed} */
  stream(ask: ProviderAsk): AsyncGenerator<string, ProviderReply>;
}

/** `refused`: asking again will not help; `busy`: later, at the earliest after `waitMs`; `down`: perhaps at once. */
export class ProviderFailed extends Error {
  override readonly name = 'ProviderFailed';
  constructor(
    readonly kind: 'refused' | 'busy' | 'down' | 'slow',
    message: string,
    readonly waitMs: number | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
