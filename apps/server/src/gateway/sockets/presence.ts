import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Id, type PresenceChange, SOCKET_PRESENCE, SOCKET_TYPING, StreamName, Typing } from '@tailcamp/contracts';
import { z } from 'zod';
import { Events } from '../../platform/events/index.js';
import { Log } from '../../platform/telemetry/index.js';
import { type ClientSocket, type SocketServer, stateOf } from './client-socket.js';
import { Seats } from './seats.js';

const CHANNEL = 'presence';
/** A process tells the others whom it has; one that was killed is forgotten, with its people, after three beats are missed. */
const BEAT_MS = 5_000;
const FORGOTTEN_MS = 16_000;

const Message = z.discriminatedUnion('say', [
  z.object({ say: z.literal('change'), process: z.string(), stream: StreamName, userId: Id, here: z.boolean() }),
  z.object({ say: z.literal('all'), process: z.string(), here: z.array(z.tuple([StreamName, z.array(Id)])) }),
  z.object({ say: z.literal('hello'), process: z.string() }),
  z.object({ say: z.literal('typing'), process: z.string(), typing: Typing }),
]);
type Message = z.infer<typeof Message>;

/** Those who are to be seen on a stream: the room of their sockets in this process. */
const roomOf = (stream: string) => `here:${stream}`;

/**
 * Who has a page of a stream open, and who is typing: between processes by `Events`, in no database. A person counts once,
 * however many tabs they have in however many processes.
 */
@Injectable()
export class Presence implements OnModuleInit, OnModuleDestroy {
  readonly #process = randomUUID();
  readonly #seats = new Seats((stream, userId, here) => this.#tell({ stream, userId, here }));
  readonly #sockets = new Map<ClientSocket, Set<StreamName>>();
  /** How many sockets of this process a person has on a stream. */
  readonly #tabs = new Map<string, number>();
  #server: SocketServer | undefined;
  #beat: NodeJS.Timeout | undefined;
  #silence: () => Promise<void> = async () => {};

  constructor(
    private readonly events: Events,
    private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    this.#silence = await this.events.subscribe(CHANNEL, (message) => this.#hear(message));
    this.#beat = setInterval(() => this.beat(Date.now()), BEAT_MS).unref();
    this.#say({ say: 'hello', process: this.#process });
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#beat);
    await this.#silence();
  }

  over(server: SocketServer): void {
    this.#server = server;
  }

  /** @returns who is there, the newcomer among them */
  enter(socket: ClientSocket, stream: StreamName): string[] {
    const streams = this.#sockets.get(socket) ?? new Set();
    this.#sockets.set(socket, streams);
    void socket.join(roomOf(stream));
    if (!streams.has(stream)) {
      streams.add(stream);
      this.#count(stream, stateOf(socket).actor.userId, 1);
    }
    return this.#seats.of(stream);
  }

  leave(socket: ClientSocket, stream: StreamName): void {
    if (this.#sockets.get(socket)?.delete(stream) !== true) return;
    void socket.leave(roomOf(stream));
    this.#count(stream, stateOf(socket).actor.userId, -1);
  }

  gone(socket: ClientSocket): void {
    for (const stream of [...(this.#sockets.get(socket) ?? [])]) this.leave(socket, stream);
    this.#sockets.delete(socket);
  }

  isSeen(socket: ClientSocket, stream: StreamName): boolean {
    return this.#sockets.get(socket)?.has(stream) === true;
  }

  typing(typing: Typing): void {
    this.#pass(typing);
    this.#say({ say: 'typing', process: this.#process, typing });
  }

  /** Says whom this process has, and forgets those of processes that say nothing any more. */
  beat(now: number): void {
    this.#say({ say: 'all', process: this.#process, here: this.#seats.takenBy(this.#process) });
    this.#seats.forget(now);
  }

  /** The first socket of a person brings them here, the last takes them away. */
  #count(stream: StreamName, userId: string, change: 1 | -1): void {
    const key = `${stream} ${userId}`;
    const tabs = (this.#tabs.get(key) ?? 0) + change;
    const here = tabs > 0;
    if (here) this.#tabs.set(key, tabs);
    else this.#tabs.delete(key);
    if (!this.#seats.set(this.#process, stream, userId, here)) return;
    this.#say({ say: 'change', process: this.#process, stream, userId, here });
  }

  #hear(raw: unknown): void {
    const { success, data } = Message.safeParse(raw);
    if (!success || data.process === this.#process) return;
    this.#seats.alive(data.process, Date.now() + FORGOTTEN_MS);
    if (data.say === 'typing') this.#pass(data.typing);
    else if (data.say === 'hello') this.beat(Date.now());
    else if (data.say === 'all') this.#seats.replace(data.process, data.here);
    else this.#seats.set(data.process, data.stream, data.userId, data.here);
  }

  #tell(change: PresenceChange): void {
    this.#server?.local.to(roomOf(change.stream)).emit(SOCKET_PRESENCE, change);
  }

  #pass(typing: Typing): void {
    this.#server?.local.to(roomOf(typing.stream)).emit(SOCKET_TYPING, typing);
  }

  /** What does not arrive is said again by the next beat. */
  #say(message: Message): void {
    this.events.publish(CHANNEL, message).catch((err) => this.log.debug({ err }, 'presence was not told'));
  }
}
