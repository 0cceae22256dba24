import type { Endpoint, InputOf, OutputOf } from '@tailcamp/contracts';
import { headers } from 'next/headers';
import { ApiError, problemOf } from './problem';
import { accept, prepare } from './request';

declare global {
  /** Set by the server that carries these pages: where it answers its own API, such as `http://127.0.0.1:3000`. */
  var tailcampApiOrigin: string | undefined;
}

/** What the API needs of the browser's request to know who asks. */
const PASSED_ON = ['cookie', 'user-agent', 'accept-language', 'x-forwarded-for', 'x-request-id'];

/**
 * Calls the API from a server component, as the person whose request it renders. Reads only: a rendering changes nothing.
 * The address is never taken from the request, or its `Host` could send us anywhere; without a carrying server
 * (`next dev` alone) the API is looked for on port 3000 of this machine.
 */
export async function callAsReader<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<OutputOf<E>> {
  const incoming = await headers();
  const passed = new Headers({ accept: 'application/json' });
  for (const name of PASSED_ON) {
    const value = incoming.get(name);
    if (value) passed.set(name, value);
  }
  const { path } = prepare(endpoint, input);
  const origin = globalThis.tailcampApiOrigin ?? 'http://127.0.0.1:3000';
  const response = await fetch(origin + path, { headers: passed, cache: 'no-store' }).catch(() => {
    throw new ApiError(problemOf('unavailable'));
  });
  return accept(endpoint, response);
}
