import { type Endpoint, type InputOf, identity, type OutputOf } from '@tailcamp/contracts';
import { ApiError, isCode, problemOf } from './problem';
import { accept, prepare } from './request';

export interface CallOptions {
  signal?: AbortSignal;
  /** One for each thing the person asked for once: a retry with the same key never does it twice. */
  idempotencyKey?: string;
}

/**
 * Calls one endpoint of the API with the browser's session. Where the access token has ended, the session is renewed
 * once, for all calls that wait, and the call is made again.
 * @throws ApiError with the server's problem; `unavailable` where no answer came.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  options: CallOptions = {},
): Promise<OutputOf<E>> {
  const asked = endpoint.method === 'POST' ? { idempotencyKey: crypto.randomUUID(), ...options } : options;
  try {
    return await send(endpoint, input, asked);
  } catch (error) {
    if (!isCode(error, 'session_ended', 'not_signed_in') || endpoint.path === identity.refresh.path) throw error;
    if (!(await renewSession())) throw error;
    return send(endpoint, input, asked);
  }
}

async function send<E extends Endpoint>(endpoint: E, input: InputOf<E>, options: CallOptions): Promise<OutputOf<E>> {
  const { path, method, body } = prepare(endpoint, input);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (body !== undefined) init.body = body;
  if (options.signal) init.signal = options.signal;
  const response = await fetch(path, init).catch((error: unknown) => {
    if (options.signal?.aborted) throw error;
    throw new ApiError(problemOf('unavailable'));
  });
  return accept(endpoint, response);
}

let renewing: Promise<boolean> | null = null;

/** Exchanges the refresh cookie, single flight: it works once, so two at a time would end the session. */
export function renewSession(): Promise<boolean> {
  renewing ??= send(identity.refresh, {}, {})
    .then(
      () => true,
      () => false,
    )
    .finally(() => {
      renewing = null;
    });
  return renewing;
}
