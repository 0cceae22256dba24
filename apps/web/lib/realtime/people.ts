import {
  PresenceAnswer,
  PresenceChange,
  SOCKET_PRESENCE,
  SOCKET_TYPING,
  type StreamName,
  Typing,
} from '@tailcamp/contracts';
import type { StreamClient } from './client';

/** Who types is told so often; who was not told of for longer has stopped. */
const TOLD_EVERY_MS = 3_000;
const STOPPED_MS = 6_000;
const NOBODY: readonly string[] = [];

type Watcher = () => void;

/** Who is here and who is typing, on the streams that this browser hears. Kept nowhere, asked anew after a reconnect. */
export class People {
  readonly #here = new Map<StreamName, readonly string[]>();
  readonly #typing = new Map<string, readonly string[]>();
  readonly #ends = new Map<string, unknown>();
  readonly #toldAt = new Map<string, number>();
  readonly #watched = new Map<StreamName, number>();
  readonly #watchers = new Set<Watcher>();

  constructor(
    private readonly client: StreamClient,
    private readonly clock: { now: () => number; later: (what: () => void, ms: number) => unknown },
  ) {
    client.whenHeard((stream) => this.#ask(stream));
    client.socket.on(SOCKET_PRESENCE, (raw: unknown) => this.#moved(raw));
    client.socket.on(SOCKET_TYPING, (raw: unknown) => this.#typed(raw));
  }

  /** Is seen on a stream, and sees who is. Returns the way out. */
  watch(stream: StreamName, watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    this.#watched.set(stream, (this.#watched.get(stream) ?? 0) + 1);
    if (this.client.hears(stream)) this.#ask(stream);
    return () => {
      this.#watchers.delete(watcher);
      const left = (this.#watched.get(stream) ?? 1) - 1;
      if (left > 0) return void this.#watched.set(stream, left);
      this.#watched.delete(stream);
      this.#here.delete(stream);
      if (this.client.hears(stream)) this.client.socket.emit('presence', { stream, here: false }, () => undefined);
    };
  }

  /** The ids of users; the same array while nobody comes or goes. */
  here(stream: StreamName): readonly string[] {
    return this.#here.get(stream) ?? NOBODY;
  }

  typing(stream: StreamName, topic: string): readonly string[] {
    return this.#typing.get(`${stream} ${topic}`) ?? NOBODY;
  }

  /** That I am typing, or have stopped; said no oftener than others need it. */
  say(stream: StreamName, topic: string, on: boolean): void {
    const key = `${stream} ${topic}`;
    const toldAt = this.#toldAt.get(key);
    if (on && toldAt !== undefined && this.clock.now() - toldAt < TOLD_EVERY_MS) return;
    if (!on && toldAt === undefined) return;
    if (on) this.#toldAt.set(key, this.clock.now());
    else this.#toldAt.delete(key);
    if (this.client.hears(stream)) this.client.socket.emit('typing', { stream, topic, on }, () => undefined);
  }

  #ask(stream: StreamName): void {
    if (!this.#watched.has(stream)) return;
    this.client.socket.emit('presence', { stream, here: true }, (raw: unknown) => {
      const answer = PresenceAnswer.safeParse(raw);
      if (answer.success && answer.data.ok && this.#watched.has(stream)) this.#set(stream, answer.data.users);
    });
  }

  #moved(raw: unknown): void {
    const change = PresenceChange.safeParse(raw);
    if (!change.success) return;
    const stream = change.data.stream as StreamName;
    const others = this.here(stream).filter((userId) => userId !== change.data.userId);
    if (this.#watched.has(stream))
      this.#set(stream, change.data.here ? [...others, change.data.userId].sort() : others);
  }

  #set(stream: StreamName, users: readonly string[]): void {
    this.#here.set(stream, users);
    this.#changed();
  }

  #typed(raw: unknown): void {
    const typing = Typing.safeParse(raw);
    if (!typing.success) return;
    const { stream, topic, userId, on } = typing.data;
    const [key, whose] = [`${stream} ${topic}`, `${stream} ${topic} ${userId}`];
    const end = Symbol(whose);
    this.#ends.set(whose, end);
    this.#put(key, userId, on);
    if (on) this.clock.later(() => this.#ends.get(whose) === end && this.#put(key, userId, false), STOPPED_MS);
  }

  #put(key: string, userId: string, on: boolean): void {
    const others = (this.#typing.get(key) ?? NOBODY).filter((id) => id !== userId);
    const now = on ? [...others, userId] : others;
    if (now.length === 0) this.#typing.delete(key);
    else this.#typing.set(key, now);
    this.#changed();
  }

  #changed(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
