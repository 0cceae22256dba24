import { API_PREFIX, type EventStream, type InputOf, type OutputOf, pathParameters } from '@tailcamp/contracts';
import type { SignedIn, TestApp } from './app.js';

/** What an event stream tells, over the wire, until it ends. @throws where it is refused */
export async function eventsOf<E extends EventStream>(
  app: TestApp,
  who: SignedIn,
  endpoint: E,
  input: InputOf<E>,
  signal?: AbortSignal,
): Promise<OutputOf<E>[]> {
  const fields: Record<string, unknown> = input;
  const path = pathParameters(endpoint.path).reduce(
    (filled, name) => filled.replace(`:${name}`, String(fields[name])),
    endpoint.path,
  );
  const headers = { authorization: `Bearer ${who.token}` };
  const response = await fetch(`${await app.listen()}${API_PREFIX}${path}`, {
    headers,
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return text
    .split('\n\n')
    .filter((event) => event.startsWith('data: '))
    .map((event) => endpoint.output.parse(JSON.parse(event.slice('data: '.length))) as OutputOf<E>);
}
