import type { Endpoint } from '@tailcamp/contracts';
import type { QueryKey } from '@tanstack/react-query';

/** The key under which an answer is kept: the endpoint, then what was asked; without input, the prefix of all. */
export function keyOf(endpoint: Endpoint, input?: Record<string, unknown>): QueryKey {
  const name = `${endpoint.method} ${endpoint.path}`;
  return input ? [name, input] : [name];
}
