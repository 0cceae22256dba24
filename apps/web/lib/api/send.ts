import { API_PREFIX, ERRORS, type ErrorCode, endpointOf, Problem, pathParameters } from '@tailcamp/contracts';
import type { EndpointName, Input, Output } from './names';
import { ApiError } from './problem';

export function problemOf(code: ErrorCode, detail?: string): Problem {
  const { status, title } = ERRORS[code];
  return { type: 'about:blank', title, status, code, ...(detail ? { detail } : {}) };
}

/**
 * Where and what to send: path parameters are filled from the input; the rest goes to the query for GET and DELETE,
 * else to the JSON body. Fields that are `undefined` are left out.
 */
export function prepare<N extends EndpointName>(name: N, input: Input<N>) {
  const endpoint = endpointOf(name);
  const fields = new Map<string, unknown>(Object.entries(input).filter(([, value]) => value !== undefined));
  let path = API_PREFIX + endpoint.path;
  for (const parameter of pathParameters(endpoint.path)) {
    path = path.replace(`:${parameter}`, encodeURIComponent(String(fields.get(parameter))));
    fields.delete(parameter);
  }
  const { method } = endpoint;
  if (method !== 'GET' && method !== 'DELETE')
    return { path, method, body: JSON.stringify(Object.fromEntries(fields)) };
  const query = new URLSearchParams([...fields].map(([key, value]) => [key, String(value)])).toString();
  return { path: query ? `${path}?${query}` : path, method, body: undefined };
}

/** One request for a file. @throws ApiError; `unavailable` where no answer came. */
export async function sendForFile<N extends EndpointName>(
  name: N,
  input: Input<N>,
): Promise<{ fileName: string; content: Blob }> {
  const { path } = prepare(name, input);
  const response = await fetch(path, { credentials: 'same-origin' }).catch(() => {
    throw new ApiError(problemOf('unavailable'));
  });
  if (!response.ok) await accept(name, response);
  const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '');
  return { fileName: named?.[1] ?? 'groups.csv', content: await response.blob() };
}

/** One request for events, until they end. @throws ApiError; `unavailable` where no answer came or it broke off. */
export async function sendForEvents<N extends EndpointName>(
  name: N,
  input: Input<N>,
  onEvent: (event: Output<N>) => void,
  signal: AbortSignal,
): Promise<void> {
  const { path } = prepare(name, input);
  const { output } = endpointOf(name);
  try {
    const response = await fetch(path, { credentials: 'same-origin', signal });
    if (!response.ok || response.body === null) return void (await accept(name, response));
    let come = '';
    for (const reader = response.body.pipeThrough(new TextDecoderStream()).getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return;
      const events = (come + value).split('\n\n');
      come = events.pop() ?? '';
      for (const event of events) {
        const parsed = output.safeParse(JSON.parse(event.replace(/^data: /, '')));
        if (parsed.success) onEvent(parsed.data as Output<N>);
      }
    }
  } catch (error) {
    if (signal.aborted || error instanceof ApiError) throw error;
    throw new ApiError(problemOf('unavailable'));
  }
}

/** Reads an answer: the output as the contract declares it, or an ApiError. */
export async function accept<N extends EndpointName>(name: N, response: Response): Promise<Output<N>> {
  const body: unknown = response.status === 204 ? {} : await response.json().catch(() => undefined);
  if (!response.ok) {
    const problem = Problem.safeParse(body);
    const ours = problemOf(response.status >= 500 ? 'unavailable' : 'bad_request');
    throw new ApiError(problem.success ? problem.data : ours);
  }
  const output = endpointOf(name).output.safeParse(body);
  if (!output.success) throw new ApiError(problemOf('internal', `${name} answered in another shape`));
  return output.data as Output<N>;
}

export interface SendOptions {
  signal?: AbortSignal | undefined;
  /** One for each thing the person asked for once: a retry with the same key never does it twice. */
  idempotencyKey?: string | undefined;
}

/** One request with the browser's cookies. @throws ApiError; `unavailable` where no answer came. */
export async function send<N extends EndpointName>(name: N, input: Input<N>, options: SendOptions): Promise<Output<N>> {
  const { path, method, body } = prepare(name, input);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (method === 'POST' && options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (body !== undefined) init.body = body;
  if (options.signal) init.signal = options.signal;
  const response = await fetch(path, init).catch((error: unknown) => {
    if (options.signal?.aborted) throw error;
    throw new ApiError(problemOf('unavailable'));
  });
  return accept(name, response);
}
