import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { type PresenceAnswer, SOCKET } from '@tailcamp/contracts';
import { AppError, notFound } from '../../kernel/app-error.js';
import type { StreamName } from '../../platform/streams/index.js';
import { type ClientSocket, stateOf } from './client-socket.js';
import { Presence } from './presence.js';
import { parseSaid, SocketAnswers } from './socket-answers.js';

/** So often a socket may say that somebody is here or is typing; a keyboard needs one in three seconds. */
const MOST = 30;
const WINDOW_MS = 10_000;

/** Who is here and who is typing: ephemeral, for streams that the socket hears. */
@WebSocketGateway()
export class PresenceGateway {
  readonly #said = new WeakMap<ClientSocket, { count: number; since: number }>();

  constructor(
    private readonly presence: Presence,
    private readonly answers: SocketAnswers,
  ) {}

  @SubscribeMessage('presence')
  seen(@ConnectedSocket() socket: ClientSocket, @MessageBody() body: unknown): Promise<PresenceAnswer> {
    return this.answers.to(async () => {
      this.#limit(socket);
      const { stream, here } = parseSaid(SOCKET.presence, body);
      if (!here) {
        this.presence.leave(socket, stream);
        return { users: [] };
      }
      if (!hears(socket, stream)) throw notFound('The stream');
      return { users: this.presence.enter(socket, stream) };
    });
  }

  @SubscribeMessage('typing')
  typing(@ConnectedSocket() socket: ClientSocket, @MessageBody() body: unknown): Promise<PresenceAnswer> {
    return this.answers.to(async () => {
      this.#limit(socket);
      const { stream, topic, on } = parseSaid(SOCKET.typing, body);
      if (!this.presence.isSeen(socket, stream)) throw notFound('The stream');
      this.presence.typing({ stream, topic, on, userId: stateOf(socket).actor.userId });
      return { users: [] };
    });
  }

  /** @throws AppError `too_many_requests` */
  #limit(socket: ClientSocket): void {
    const now = performance.now();
    const said = this.#said.get(socket);
    if (said === undefined || now - said.since > WINDOW_MS) {
      this.#said.set(socket, { count: 1, since: now });
      return;
    }
    said.count += 1;
    if (said.count > MOST) throw new AppError('too_many_requests', { retryAfter: Math.ceil(WINDOW_MS / 1000) });
  }
}

/** It was let in and has not been dropped. */
const hears = (socket: ClientSocket, stream: StreamName) =>
  stateOf(socket).subscriptions.get(stream)?.admitted === true;
