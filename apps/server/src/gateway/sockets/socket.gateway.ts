import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import { SOCKET, SOCKET_DROPPED, type SocketAnswer } from '@tailcamp/contracts';
import type { z } from 'zod';
import { AppError, notFound } from '../../kernel/app-error.js';
import { type StreamName, Streams } from '../../platform/streams/index.js';
import { Log, Metrics } from '../../platform/telemetry/index.js';
import { fieldProblems } from '../input.js';
import { problemOf, toAppError } from '../problem.js';
import { CallerRates } from '../rate/caller-rates.js';
import { StreamAccess } from '../stream-access.js';
import { type ClientSocket, type SocketServer, stateOf } from './client-socket.js';
import { Feeds } from './feeds.js';
import { SessionWatch } from './session-watch.js';
import { SocketEntrance } from './socket-entrance.js';
import { type Outlet, Subscription } from './subscription.js';

const MOST_SUBSCRIPTIONS = 100;
/** A client that lets this many events pile up is cut off; it comes back and asks from where it was. */
const MOST_PACKETS = 1_000;
const ROOM_MS = 15_000;

/** The socket's side of the real-time protocol (contracts/streams): subscribe after a sequence, replay, live. */
@WebSocketGateway()
export class SocketGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  @WebSocketServer()
  readonly server!: SocketServer;

  constructor(
    private readonly entrance: SocketEntrance,
    private readonly sessions: SessionWatch,
    private readonly access: StreamAccess,
    private readonly rates: CallerRates,
    private readonly streams: Streams,
    private readonly feeds: Feeds,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  afterInit(server: SocketServer): void {
    this.sessions.over(server);
    server.use((socket, next) => this.entrance.admit(socket, next));
  }

  handleConnection(): void {
    this.metrics.sockets.inc();
  }

  handleDisconnect(socket: ClientSocket): void {
    this.metrics.sockets.dec();
    for (const subscription of stateOf(socket).subscriptions.values()) subscription.stop(this.feeds);
    stateOf(socket).subscriptions.clear();
  }

  @SubscribeMessage('subscribe')
  subscribe(@ConnectedSocket() socket: ClientSocket, @MessageBody() body: unknown): Promise<SocketAnswer> {
    return this.#answer(socket, async () => {
      const { stream, after } = parse(SOCKET.subscribe, body);
      const subscription = this.#replace(socket, new Subscription(stream, after, this.#outlet(socket)));
      try {
        return await this.#start(socket, subscription);
      } catch (error) {
        this.#remove(socket, subscription);
        throw error;
      }
    });
  }

  @SubscribeMessage('unsubscribe')
  unsubscribe(@ConnectedSocket() socket: ClientSocket, @MessageBody() body: unknown): Promise<SocketAnswer> {
    return this.#answer(socket, async () => {
      const { stream } = parse(SOCKET.unsubscribe, body);
      const subscription = stateOf(socket).subscriptions.get(stream);
      if (subscription !== undefined) this.#remove(socket, subscription);
      return subscription?.cursor ?? 0;
    });
  }

  async #start(socket: ClientSocket, subscription: Subscription): Promise<number> {
    const { stream, cursor } = subscription;
    if (!(await this.access.allows(stateOf(socket).actor, stream))) throw notFound('The stream');
    if (cursor > (await this.streams.sequence(stream))) {
      throw new AppError('conflict', { detail: 'The stream is not that far; load the page again.' });
    }
    const seq = await subscription.start(this.streams, this.feeds);
    if (seq === null) throw new AppError('conflict', { detail: 'The subscription ended before it began.' });
    return seq;
  }

  /** Registers it before anything is awaited, so that what comes next on this socket finds it. */
  #replace(socket: ClientSocket, subscription: Subscription): Subscription {
    const { subscriptions } = stateOf(socket);
    const before = subscriptions.get(subscription.stream);
    if (before === undefined && subscriptions.size >= MOST_SUBSCRIPTIONS) {
      throw new AppError('too_many_requests', { detail: `A socket hears at most ${MOST_SUBSCRIPTIONS} streams.` });
    }
    before?.stop(this.feeds);
    subscriptions.set(subscription.stream, subscription);
    return subscription;
  }

  #remove(socket: ClientSocket, subscription: Subscription): void {
    subscription.stop(this.feeds);
    const { subscriptions } = stateOf(socket);
    if (subscriptions.get(subscription.stream) === subscription) subscriptions.delete(subscription.stream);
  }

  #outlet(socket: ClientSocket): Outlet {
    const { actor, backlog, subscriptions } = stateOf(socket);
    return {
      emit: (name, event) => {
        if (backlog.packets > MOST_PACKETS) socket.conn.close();
        else socket.emit(name, event);
      },
      hasRoom: async () => {
        const room = await backlog.drained(ROOM_MS);
        if (!room) socket.conn.close();
        return room;
      },
      mayHear: (stream: StreamName) => this.access.allows(actor, stream),
      dropped: (stream) => {
        subscriptions.delete(stream);
        socket.emit(SOCKET_DROPPED, { stream });
      },
    };
  }

  async #answer(socket: ClientSocket, work: () => Promise<number>): Promise<SocketAnswer> {
    try {
      const { actor, address } = stateOf(socket);
      const verdict = await this.rates.take('read', actor, address);
      if (!verdict.allowed) throw new AppError('too_many_requests', { retryAfter: verdict.resetSeconds });
      return { ok: true, seq: await work() };
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.status >= 500) this.log.error({ err: error.cause ?? error, code: error.code }, 'socket event failed');
      return { ok: false, problem: problemOf(error) };
    }
  }
}

function parse<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid_input', { fields: fieldProblems(parsed.error) });
}
