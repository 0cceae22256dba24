import {
  EVENTS,
  NewestSequence,
  SOCKET_DROPPED,
  SOCKET_ENDED,
  SOCKET_EVENT,
  SocketAnswer,
  StreamEvent,
  type StreamName,
  Withheld,
} from '@tailcamp/contracts';
import { backoff } from './backoff';
import { StreamCursor } from './cursor';
import type { Heard } from './event';

/** What we use of a socket.io client. */
export interface Doorbell {
  readonly connected: boolean;
  on(event: string, listener: (...args: never[]) => void): unknown;
  emit(event: string, ...args: unknown[]): unknown;
  connect(): unknown;
}

export type Listen = (event: Heard) => void;
interface Listener {
  cursor: StreamCursor;
  onEvent: Listen;
}

/** Where every event goes, whoever listens: the kept answers. */
export interface Keeper {
  /** May come more than once, where listeners started at different sequences. */
  hear(event: StreamEvent): void;
  /** What a stream has told since the last event will never come: all that is kept must be read again. */
  forget(stream: StreamName): void;
}

/**
 * Subscriptions of one browser over one socket. The socket is only the doorbell: what counts is the sequence of each
 * stream. After a gap or a reconnect it asks from the last event that arrived, and the server replays. Where it cannot, as
 * that is too long ago, what is kept is read again and the stream goes on from its newest event.
 */
export class StreamClient {
  private readonly listeners = new Map<StreamName, Set<Listener>>();
  private readonly asking = new Set<StreamName>();
  private readonly refusals = new Map<StreamName, number>();
  private readonly heard = new Set<StreamName>();
  private readonly onHeard = new Set<(stream: StreamName) => void>();

  constructor(
    readonly socket: Doorbell,
    private readonly renewSession: () => Promise<boolean>,
    private readonly keeper: Keeper,
    private readonly later: (what: () => void, ms: number) => unknown = (what, ms) => setTimeout(what, ms),
  ) {
    socket.on('connect', () => this.subscribeAll());
    socket.on(SOCKET_EVENT, (raw: unknown) => this.receive(raw));
    socket.on(SOCKET_DROPPED, ({ stream }: { stream: StreamName }) => this.keeper.forget(stream));
    socket.on(SOCKET_ENDED, () => void this.renew());
    socket.on('connect_error', (error: Error) => {
      if (/session|signed/i.test(error.message)) void this.renew();
    });
  }

  /** Hears every event of a stream after a sequence, once and in order. Returns the way out. */
  subscribe(stream: StreamName, after: number, onEvent: Listen): () => void {
    const listener = { cursor: new StreamCursor(after), onEvent };
    const listeners = this.listeners.get(stream) ?? new Set();
    this.listeners.set(stream, listeners.add(listener));
    if (this.socket.connected) this.ask(stream);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.listeners.get(stream) !== listeners) return;
      this.listeners.delete(stream);
      this.asking.delete(stream);
      this.heard.delete(stream);
      if (this.socket.connected) this.socket.emit('unsubscribe', { stream }, () => undefined);
    };
  }

  /** Whether the server tells us the stream just now. */
  hears(stream: StreamName): boolean {
    return this.heard.has(stream);
  }

  /** Calls back whenever the server begins to tell a stream, after each reconnect too. */
  whenHeard(listener: (stream: StreamName) => void): void {
    this.onHeard.add(listener);
  }

  private subscribeAll(): void {
    this.asking.clear();
    this.heard.clear();
    for (const stream of this.listeners.keys()) this.ask(stream);
  }

  private ask(stream: StreamName): void {
    const listeners = this.listeners.get(stream);
    if (!listeners || listeners.size === 0) return;
    this.asking.add(stream);
    const after = Math.min(...[...listeners].map(({ cursor }) => cursor.seq));
    this.socket.emit('subscribe', { stream, after }, (raw: unknown) => this.answered(stream, raw));
  }

  private answered(stream: StreamName, raw: unknown): void {
    this.asking.delete(stream);
    const answer = SocketAnswer.safeParse(raw);
    if (!answer.success || answer.data.ok) {
      this.refusals.delete(stream);
      this.heard.add(stream);
      for (const listener of this.onHeard) listener(stream);
      return;
    }
    const { code, status, current } = answer.data.problem;
    if (code === 'stale_sequence') this.startOver(stream, current);
    else if (code === 'too_many_requests' || status >= 500) {
      const refusals = (this.refusals.get(stream) ?? 0) + 1;
      this.refusals.set(stream, refusals);
      this.later(() => this.socket.connected && !this.asking.has(stream) && this.ask(stream), backoff(refusals));
    }
  }

  /** Goes on from the newest event, and reads again what is kept: it will be as new as that, or newer. */
  private startOver(stream: StreamName, current: unknown): void {
    const newest = NewestSequence.safeParse(current);
    if (!newest.success) return;
    for (const { cursor } of this.listeners.get(stream) ?? []) cursor.seq = newest.data.seq;
    this.ask(stream);
    this.keeper.forget(stream);
  }

  private receive(raw: unknown): void {
    const withheld = Withheld.safeParse(raw);
    const parsed = StreamEvent.safeParse(raw);
    if (!parsed.success && !withheld.success) return;
    const { stream, seq } = (parsed.data ?? withheld.data) as { stream: StreamName; seq: number };
    const known = parsed.success ? recognise(parsed.data) : null;
    let gap = false;
    let isNew = false;
    for (const { cursor, onEvent } of [...(this.listeners.get(stream) ?? [])]) {
      const reception = cursor.receive({ seq });
      isNew ||= reception === 'next';
      if (reception === 'next' && known) onEvent(known);
      if (reception === 'gap') gap = true;
    }
    if (isNew && known) this.keeper.hear(known);
    if (gap && !this.asking.has(stream)) this.ask(stream);
  }

  private async renew(): Promise<void> {
    if (await this.renewSession()) this.socket.connect();
  }
}

/** An event of a kind that this browser knows; a newer server may send others, which only count in the sequence. */
function recognise(event: StreamEvent): Heard | null {
  const schemas: Record<string, { safeParse: (data: unknown) => { success: boolean } }> = EVENTS;
  return schemas[event.kind]?.safeParse(event.data).success ? (event as Heard) : null;
}
