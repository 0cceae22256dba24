import type { IncomingMessage } from 'node:http';
import { newId } from '../../kernel/id.js';

/** What a proxy in front of us may name a request; anything else could forge lines of a log. */
const SANE = /^[\w.:-]{8,128}$/;

/** The id that a caller gave in `x-request-id` where it is sane, else a new one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && SANE.test(given) ? given : newId();
}
