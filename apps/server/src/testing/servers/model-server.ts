import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A request as it came over the wire. */
export interface ModelRequest {
  path: string;
  key: string | null;
  /** As it was sent, so that a test can look for what must not be in it. */
  text: string;
  stream: boolean;
  /** Whether a reply of a form is asked for. */
  form: boolean;
}

/** What the server does with a request. */
export type ModelBehaviour =
  | { does: 'say'; text: string }
  | { does: 'fill'; value: unknown }
  /** Arguments that are no JSON. */
  | { does: 'babble'; text: string }
  | { does: 'fail'; status: number; retryAfter?: string }
  /** Says so much and then closes the connection. */
  | { does: 'break'; after: string }
  /** Waits until it is left, at the longest so many ms. */
  | { does: 'stall'; ms: number };

export interface ModelServer {
  url: string;
  requests: ModelRequest[];
  stop(): Promise<void>;
}

/** How many numbers an embedding has, where nobody asked for fewer. */
const DIMENSIONS = 1536;

/**
 * A server that speaks as OpenAI (`/v1/chat/completions`, `/v1/embeddings`) and Anthropic (`/v1/messages`) do, over the
 * wire, streams included; what it says is the test's.
 */
export async function startModelServer(
  behave: (request: ModelRequest, number: number) => ModelBehaviour,
  keys: readonly string[] = ['key'],
): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const text = await bodyOf(incoming);
    const path = incoming.url ?? '';
    const body = JSON.parse(text) as Record<string, unknown>;
    const key = incoming.headers.authorization?.replace(/^Bearer /, '') ?? header(incoming, 'x-api-key');
    const request = { path, key, text, stream: body.stream === true, form: body.tools !== undefined };
    requests.push(request);
    const dialect = path.endsWith('/messages') ? anthropic : openAi;
    if (key === null || !keys.includes(key)) return dialect.fail(response, { does: 'fail', status: 401 });
    if (path.endsWith('/embeddings')) return embed(response, body);
    const behaviour = behave(request, requests.length);
    if (behaviour.does === 'fail') return dialect.fail(response, behaviour);
    if (behaviour.does === 'stall') {
      await Promise.race([pause(behaviour.ms, undefined, { ref: false }), once(response, 'close')]);
      return void response.destroy();
    }
    return request.stream ? dialect.stream(response, behaviour) : dialect.whole(response, behaviour);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Spoken = Exclude<ModelBehaviour, { does: 'fail' | 'stall' }>;

interface Dialect {
  fail(response: ServerResponse, behaviour: Extract<ModelBehaviour, { does: 'fail' }>): void;
  whole(response: ServerResponse, behaviour: Spoken): void;
  stream(response: ServerResponse, behaviour: Spoken): void;
}

const openAi: Dialect = {
  fail(response, { status, retryAfter }) {
    json(response, status, { error: { message: `failed with ${status}`, type: 'error', code: null } }, retryAfter);
  },
  whole(response, behaviour) {
    if (behaviour.does === 'break')
      return breakOff(response, '{"id":"c","object":"chat.completion","choices":[{"index"');
    const message = { role: 'assistant', content: textOf(behaviour), ...callOf(behaviour) };
    json(response, 200, {
      id: 'c',
      object: 'chat.completion',
      created: 1,
      model: 'm',
      choices: [{ index: 0, message, finish_reason: message.tool_calls ? 'tool_calls' : 'stop' }],
      usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
    });
  },
  stream(response, behaviour) {
    const chunk = (delta: object, finish: string | null = null, more: object = {}) =>
      event(response, null, {
        id: 'c',
        object: 'chat.completion.chunk',
        created: 1,
        model: 'm',
        choices: [{ index: 0, delta, finish_reason: finish }],
        ...more,
      });
    startEvents(response);
    chunk({ role: 'assistant', content: '' });
    for (const piece of piecesOf(spokenIn(behaviour))) chunk({ content: piece });
    if (behaviour.does === 'break') return hangUp(response);
    chunk({}, 'stop');
    event(response, null, {
      id: 'c',
      object: 'chat.completion.chunk',
      created: 1,
      model: 'm',
      choices: [],
      usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
    });
    response.end('data: [DONE]\n\n');
  },
};

const anthropic: Dialect = {
  fail(response, { status, retryAfter }) {
    json(response, status, { type: 'error', error: { type: 'error', message: `failed with ${status}` } }, retryAfter);
  },
  whole(response, behaviour) {
    if (behaviour.does === 'break')
      return breakOff(response, '{"id":"m","type":"message","role":"assistant","content":[');
    const text = textOf(behaviour);
    const filled = behaviour.does === 'fill' ? behaviour.value : null;
    const content = [
      ...(text === null ? [] : [{ type: 'text', text }]),
      ...(filled === null ? [] : [{ type: 'tool_use', id: 't', name: 'reply', input: filled }]),
    ];
    json(response, 200, {
      id: 'm',
      type: 'message',
      role: 'assistant',
      model: 'm',
      content,
      stop_reason: filled === null ? 'end_turn' : 'tool_use',
      stop_sequence: null,
      usage: { input_tokens: 100, output_tokens: 20 },
    });
  },
  stream(response, behaviour) {
    const say = (data: { type: string } & Record<string, unknown>) => event(response, data.type, data);
    startEvents(response);
    const message = { id: 'm', type: 'message', role: 'assistant', model: 'm', content: [], stop_reason: null };
    say({ type: 'message_start', message: { ...message, usage: { input_tokens: 100, output_tokens: 1 } } });
    say({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } });
    for (const text of piecesOf(spokenIn(behaviour)))
      say({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } });
    if (behaviour.does === 'break') return hangUp(response);
    say({ type: 'content_block_stop', index: 0 });
    say({
      type: 'message_delta',
      delta: { stop_reason: 'end_turn', stop_sequence: null },
      usage: { output_tokens: 20 },
    });
    say({ type: 'message_stop' });
    response.end();
  },
};

/** A vector that depends on the text alone. */
function embed(
  response: ServerResponse,
  { input, dimensions, encoding_format: format }: Record<string, unknown>,
): void {
  const texts = (Array.isArray(input) ? input : [input]).map(String);
  const size = typeof dimensions === 'number' ? dimensions : DIMENSIONS;
  const data = texts.map((text, index) => {
    const vector = Float32Array.from({ length: size }, (_, at) =>
      Math.sin((text.charCodeAt(at % (text.length || 1)) || 1) * (at + 1)),
    );
    const length = Math.hypot(...vector);
    const embedding = vector.map((value) => value / length);
    const encoded = Buffer.from(embedding.buffer).toString('base64');
    return { object: 'embedding', index, embedding: format === 'base64' ? encoded : [...embedding] };
  });
  json(response, 200, { object: 'list', data, model: 'e', usage: { prompt_tokens: 1, total_tokens: 1 } });
}

const textOf = (behaviour: Spoken): string | null =>
  behaviour.does === 'say' ? behaviour.text : behaviour.does === 'babble' ? null : null;

const spokenIn = (behaviour: Spoken): string =>
  behaviour.does === 'say' ? behaviour.text : behaviour.does === 'break' ? behaviour.after : '';

function callOf(behaviour: Spoken): { tool_calls?: object[] } {
  if (behaviour.does !== 'fill' && behaviour.does !== 'babble') return {};
  const given = behaviour.does === 'fill' ? JSON.stringify(behaviour.value) : behaviour.text;
  return { tool_calls: [{ id: 't', type: 'function', function: { name: 'reply', arguments: given } }] };
}

/** In threes of characters, so that nothing longer arrives whole. */
const piecesOf = (text: string): string[] => text.match(/[\s\S]{1,3}/g) ?? [];

function json(response: ServerResponse, status: number, body: object, retryAfter?: string): void {
  const wait = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  response.writeHead(status, { 'content-type': 'application/json', ...wait }).end(JSON.stringify(body));
}

function startEvents(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
}

function event(response: ServerResponse, name: string | null, data: object): void {
  response.write(`${name === null ? '' : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`);
}

/** After what was said has gone out. */
function hangUp(response: ServerResponse): void {
  response.write('\n', () => response.socket?.end());
}

function breakOff(response: ServerResponse, start: string): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100000' });
  response.write(start, () => response.destroy());
}

const header = (request: IncomingMessage, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8') || '{}';
}
