import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { SOCKET_ENDED } from '@tailcamp/contracts';
import { z } from 'zod';
import { AppError } from '../../kernel/app-error.js';
import { Events } from '../../platform/events/index.js';
import { Authenticator, SESSION_ENDED } from '../authenticator.js';
import { type ClientSocket, type SocketServer, stateOf } from './client-socket.js';

/** How late an expired token or a message that was missed is noticed. */
const SWEEP_MS = 10_000;
const Ended = z.object({ sessionId: z.string().optional(), userId: z.string().optional() });

/** Closes sockets whose session has ended or whose token has expired; a browser renews and comes back. */
@Injectable()
export class SessionWatch implements OnModuleInit, OnModuleDestroy {
  #server: SocketServer | undefined;
  #sweep: NodeJS.Timeout | undefined;
  #silence: () => Promise<void> = async () => {};

  constructor(
    private readonly authenticator: Authenticator,
    private readonly events: Events,
  ) {}

  async onModuleInit(): Promise<void> {
    this.#sweep = setInterval(() => void this.askAll(), SWEEP_MS).unref();
    this.#silence = await this.events.subscribe(SESSION_ENDED, (message) => this.#hear(message));
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#sweep);
    await this.#silence();
  }

  over(server: SocketServer): void {
    this.#server = server;
  }

  /** Asks for every socket whether what it showed is still good. */
  async askAll(): Promise<void> {
    for (const socket of this.#sockets()) if (!(await this.#stillGood(socket))) end(socket);
  }

  #hear(message: unknown): void {
    const { sessionId, userId } = Ended.catch({}).parse(message);
    for (const socket of this.#sockets()) {
      const { actor } = stateOf(socket);
      if (sessionId !== undefined ? actor.sessionId === sessionId : actor.userId === userId) end(socket);
    }
  }

  /** While nobody can say, as when the database is away, a socket stays. */
  async #stillGood(socket: ClientSocket): Promise<boolean> {
    try {
      const { actor, credentials } = stateOf(socket);
      const now = await this.authenticator.authenticate(credentials);
      return now !== null && now.sessionId === actor.sessionId && now.role === actor.role;
    } catch (error) {
      return !(error instanceof AppError && error.status === 401);
    }
  }

  #sockets(): ClientSocket[] {
    return [...(this.#server?.sockets.sockets.values() ?? [])];
  }
}

function end(socket: ClientSocket): void {
  socket.emit(SOCKET_ENDED);
  socket.disconnect(true);
}
