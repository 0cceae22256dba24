import { ChatAnthropic } from '@langchain/anthropic';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import {
  AIMessage,
  type AIMessageChunk,
  HumanMessage,
  SystemMessage,
  type UsageMetadata,
} from '@langchain/core/messages';
import { ChatOpenAI } from '@langchain/openai';
import { type ModelProvider, type ProviderAsk, ProviderFailed, type ProviderReply } from './provider.js';

export interface ProviderSettings {
  kind: 'openai' | 'anthropic';
  model: string;
  /** Of another server that speaks the same protocol; OpenAI's with `/v1` at its end. */
  baseUrl?: string | undefined;
  apiKey: string;
  window: number;
  price: { input: number; output: number };
  /** How long a whole reply may take, in ms. */
  patienceMs: number;
}

/** The name of the one tool by which a reply of a form is given. */
const FORM = 'reply';

/** OpenAI, Anthropic, and whatever speaks as they do, by LangChain. */
export class LangChainProvider implements ModelProvider {
  readonly name: string;
  readonly window: number;
  readonly price: { input: number; output: number };

  constructor(private readonly settings: ProviderSettings) {
    this.name = `${settings.kind}/${settings.model}`;
    this.window = settings.window;
    this.price = settings.price;
  }

  async ask(ask: ProviderAsk): Promise<ProviderReply> {
    return this.patiently(ask.signal, async (signal) =>
      replyOf(await this.runnable(ask).invoke(messagesOf(ask), { signal })),
    );
  }

  async *stream(ask: ProviderAsk): AsyncGenerator<string, ProviderReply> {
    const limit = AbortSignal.timeout(this.settings.patienceMs);
    const signal = AbortSignal.any([ask.signal, limit]);
    let whole: AIMessageChunk | undefined;
    try {
      for await (const piece of await this.runnable(ask).stream(messagesOf(ask), { signal })) {
        whole = whole === undefined ? piece : whole.concat(piece);
        if (piece.text !== '') yield piece.text;
      }
    } catch (error) {
      throw failureOf(error, limit);
    }
    if (whole === undefined) throw new ProviderFailed('down', 'The reply was empty');
    if (finishOf(whole) === undefined) throw new ProviderFailed('down', 'The reply was cut off');
    return replyOf(whole);
  }

  /** A model for this request; making one costs next to nothing, and no connection. */
  private runnable({ mostTokens, form }: ProviderAsk) {
    const { kind, model, baseUrl, apiKey, patienceMs } = this.settings;
    // Retries and their bounds are the caller's, for all providers alike.
    const chat: BaseChatModel =
      kind === 'openai'
        ? new ChatOpenAI({
            model,
            apiKey,
            maxTokens: mostTokens,
            maxRetries: 0,
            timeout: patienceMs,
            configuration: { ...(baseUrl !== undefined && { baseURL: baseUrl }), maxRetries: 0 },
          })
        : new ChatAnthropic({
            model,
            apiKey,
            maxTokens: mostTokens,
            maxRetries: 0,
            clientOptions: { timeout: patienceMs, maxRetries: 0 },
            ...(baseUrl !== undefined && { anthropicApiUrl: baseUrl }),
          });
    if (form === undefined || chat.bindTools === undefined) return chat;
    const tool = { type: 'function', function: { name: FORM, description: 'Give your reply', parameters: form } };
    return chat.bindTools([tool], { tool_choice: FORM });
  }

  private async patiently<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const limit = AbortSignal.timeout(this.settings.patienceMs);
    try {
      return await work(AbortSignal.any([signal, limit]));
    } catch (error) {
      throw failureOf(error, limit);
    }
  }
}

function messagesOf({ instructions, messages }: ProviderAsk) {
  return [
    new SystemMessage(instructions),
    ...messages.map(({ from, text }) => (from === 'user' ? new HumanMessage(text) : new AIMessage(text))),
  ];
}

function replyOf(message: AIMessageChunk): ProviderReply {
  const [call] = message.tool_calls ?? [];
  return {
    text: message.text,
    ...(call !== undefined && { filled: call.args }),
    tokens: tokensOf(message),
  };
}

/** The type of the usage is lost on the way through the message's generics. */
function tokensOf({ usage_metadata: usage }: { usage_metadata?: UsageMetadata | undefined }): ProviderReply['tokens'] {
  return { input: usage?.input_tokens ?? 0, output: usage?.output_tokens ?? 0 };
}

/** Why the model ended; absent where it did not. */
function finishOf({ response_metadata: said, additional_kwargs: more }: AIMessageChunk): unknown {
  return said.finish_reason ?? said.stop_reason ?? more.stop_reason ?? said.status;
}

/** What the client libraries throw has a status where a server answered. */
function failureOf(error: unknown, limit: AbortSignal): ProviderFailed {
  if (error instanceof ProviderFailed) return error;
  const { status, headers, message } = partsOf(error);
  const options = { cause: error };
  if (limit.aborted) return new ProviderFailed('slow', 'No answer in time', null, options);
  if (status === 429 || status === 529) return new ProviderFailed('busy', message, waitOf(headers), options);
  if (status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 409)
    return new ProviderFailed('refused', message, null, options);
  return new ProviderFailed('down', message, null, options);
}

function partsOf(error: unknown): { status?: number; headers?: unknown; message: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  return {
    message: error.message,
    ...('status' in error && typeof error.status === 'number' && { status: error.status }),
    ...('headers' in error && { headers: error.headers }),
  };
}

/** `Retry-After` in ms, given in seconds or as a date; null where there is none. */
function waitOf(headers: unknown): number | null {
  const value = headers instanceof Headers ? headers.get('retry-after') : null;
  if (value === null) return null;
  const seconds = Number(value);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}
