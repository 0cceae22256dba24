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
import { AppError, notFound } from '../../kernel/app-error.js';
import { type StreamName, Streams } from '../../platform/streams/index.js';
import { Metrics } from '../../platform/telemetry/index.js';
import { CallerRates } from '../rate/caller-rates.js';
import { StreamAccess } from '../stream-access.js';
import { type ClientSocket, type SocketServer, stateOf } from './client-socket.js';
import { Feeds } from './feeds.js';
import { Presence } from './presence.js';
import { SessionWatch } from './session-watch.js';
import { parseSaid, SocketAnswers } from './socket-answers.js';
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
    private readonly presence: Presence,
    private readonly answers: SocketAnswers,
    private readonly metrics: Metrics,
  ) {}

  afterInit(server: SocketServer): void {
    this.sessions.over(server);
    this.presence.over(server);
    server.use((socket, next) => this.entrance.admit(socket, next));
  }

  handleConnection(): void {
    this.metrics.sockets.inc();
  }

  handleDisconnect(socket: ClientSocket): void {
    this.metrics.sockets.dec();
    for (const subscription of stateOf(socket).subscriptions.values()) subscription.stop(this.feeds);
    stateOf(socket).subscriptions.clear();
    this.presence.gone(socket);
  }

  @SubscribeMessage('subscribe')
  subscribe(@ConnectedSocket() socket: ClientSocket, @MessageBody() body: unknown): Promise<SocketAnswer> {
    return this.#answer(socket, async () => {
      const { stream, after } = parseSaid(SOCKET.subscribe, body);
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
      const { stream } = parseSaid(SOCKET.unsubscribe, body);
      const subscription = stateOf(socket).subscriptions.get(stream);
      if (subscription !== undefined) this.#remove(socket, subscription);
      return subscription?.cursor ?? 0;
    });
  }

  async #start(socket: ClientSocket, subscription: Subscription): Promise<number> {
    const { stream, cursor } = subscription;
    const hearing = await this.access.hearing(stateOf(socket).actor, stream);
    if (hearing === null) throw notFound('The stream');
    const { seq: newest, before } = await this.streams.extent(stream);
    if (cursor < before || cursor > newest) throw new AppError('stale_sequence', { current: { seq: newest } });
    subscription.admit(hearing);
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
    this.presence.leave(socket, subscription.stream);
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
      hearing: (stream: StreamName) => this.access.hearing(actor, stream),
      dropped: (stream) => {
        subscriptions.delete(stream);
        this.presence.leave(socket, stream);
        socket.emit(SOCKET_DROPPED, { stream });
      },
    };
  }

  #answer(socket: ClientSocket, work: () => Promise<number>): Promise<SocketAnswer> {
    return this.answers.to(async () => {
      const { actor, address } = stateOf(socket);
      const verdict = await this.rates.take('read', actor, address);
      if (!verdict.allowed) throw new AppError('too_many_requests', { retryAfter: verdict.resetSeconds });
      return { seq: await work() };
    });
  }
}
