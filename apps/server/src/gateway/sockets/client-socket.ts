import type { IncomingHttpHeaders } from 'node:http';
import {
  type PresenceChange,
  SOCKET_DROPPED,
  SOCKET_ENDED,
  type SOCKET_EVENT,
  type SOCKET_PRESENCE,
  type SOCKET_TYPING,
  type StreamEvent,
  type Typing,
  type Withheld,
} from '@tailcamp/contracts';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { UserActor } from '../../kernel/actor.js';
import type { StreamName } from '../../platform/streams/index.js';
import type { Credentials } from '../authenticator.js';
import type { Backlog } from './backlog.js';
import type { Subscription } from './subscription.js';

/** What we keep of an open socket. */
export interface SocketState {
  actor: UserActor;
  /** As shown when it was opened; asked again until it is closed. */
  credentials: Credentials;
  address: string;
  backlog: Backlog;
  subscriptions: Map<StreamName, Subscription>;
}

export interface ServerSays extends DefaultEventsMap {
  [SOCKET_EVENT]: (event: StreamEvent | Withheld) => void;
  [SOCKET_PRESENCE]: (change: PresenceChange) => void;
  [SOCKET_TYPING]: (typing: Typing) => void;
  [SOCKET_DROPPED]: (what: { stream: StreamName }) => void;
  [SOCKET_ENDED]: () => void;
}
export type ClientSocket = Socket<DefaultEventsMap, ServerSays>;
export type SocketServer = Server<DefaultEventsMap, ServerSays>;

/** Not in `socket.data`: the Redis adapter sends that to other processes, credentials and all. */
const states = new WeakMap<ClientSocket, SocketState>();
export const keepState = (socket: ClientSocket, state: SocketState) => void states.set(socket, state);

/** @throws for a socket that was never let in */
export function stateOf(socket: ClientSocket): SocketState {
  const state = states.get(socket);
  if (state === undefined) throw new Error('This socket was not let in');
  return state;
}

/** A token in `auth` comes first: scripts have no cookies, and never put it in a URL. */
export function credentialsOf(auth: Record<string, unknown>, cookies: Credentials['cookies']): Credentials {
  const { token } = auth;
  return typeof token === 'string' ? { authorization: `Bearer ${token}`, cookies: {} } : { cookies };
}

/** What a request says of where it came from, proxies believed only where they are trusted. */
export function seenAs(
  request: { headers: IncomingHttpHeaders; socket: { remoteAddress?: string | undefined; encrypted?: boolean } },
  isTrusted: (address: string) => boolean,
): { protocol: string; host: string; address: string } {
  const { headers, socket } = request;
  const peer = socket.remoteAddress ?? '';
  const trusted = isTrusted(peer);
  const told = (name: string) =>
    (trusted
      ? String(headers[name] ?? '')
          .split(',')
          .at(-1)
          ?.trim()
      : '') || undefined;
  return {
    protocol: told('x-forwarded-proto') ?? (socket.encrypted === true ? 'https' : 'http'),
    host: told('x-forwarded-host') ?? headers.host ?? '',
    address: trusted ? (lastUntrusted(String(headers['x-forwarded-for'] ?? ''), isTrusted) ?? peer) : peer,
  };
}

/** The address nearest to us that is no proxy of ours; what stands before it anybody could have written. */
const lastUntrusted = (chain: string, isTrusted: (address: string) => boolean): string | undefined =>
  chain
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && !isTrusted(each))
    .at(-1);
