import { headers } from 'next/headers';
import { cache } from 'react';
import type { EndpointName, Input, Output } from './names';
import { ApiError } from './problem';
import { accept, prepare, problemOf } from './send';

declare global {
  /** Set by the server that carries these pages: where it answers its own API, such as `http://127.0.0.1:3000`. */
  var tailcampApiOrigin: string | undefined;
}

/** What the API needs of the browser's request to know who asks; the carrying server adds for which address we render. */
const PASSED_ON = ['cookie', 'user-agent', 'accept-language', 'x-rendered-for', 'x-request-id'];

/**
 * Calls the API from a server component, as the person whose request it renders. Reads only: a rendering changes nothing.
 * The address is never taken from the request, or its `Host` could send us anywhere; without a carrying server
 * (`next dev` alone) the API is looked for on port 3000 of this machine.
 */
export async function callAsReader<N extends EndpointName>(name: N, input: Input<N>): Promise<Output<N>> {
  const { path } = prepare(name, input);
  // A copy each: two readers of one answer must not share its body.
  return accept(name, (await answerOnce(path)).clone());
}

/** A layout, a page and its title may read the same; one rendering asks once. */
const answerOnce = cache(async (path: string): Promise<Response> => {
  const incoming = await headers();
  const passed = new Headers({ accept: 'application/json' });
  for (const header of PASSED_ON) {
    const value = incoming.get(header);
    if (value) passed.set(header, value);
  }
  const origin = globalThis.tailcampApiOrigin ?? 'http://127.0.0.1:3000';
  return fetch(origin + path, { headers: passed, cache: 'no-store' }).catch(() => {
    throw new ApiError(problemOf('unavailable'));
  });
});
