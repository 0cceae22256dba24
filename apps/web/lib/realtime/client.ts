import { EVENTS, SOCKET_ENDED, SOCKET_EVENT, StreamEvent, type StreamName } from '@tailcamp/contracts';
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

/**
 * Subscriptions of one browser over one socket. The socket is only the doorbell: what counts is the sequence of each
 * stream. After a gap or a reconnect it asks from the last event that arrived, and the server replays.
 */
export class StreamClient {
  private readonly listeners = new Map<StreamName, Set<Listener>>();
  private readonly asking = new Set<StreamName>();

  constructor(
    private readonly socket: Doorbell,
    private readonly renewSession: () => Promise<boolean>,
  ) {
    socket.on('connect', () => this.subscribeAll());
    socket.on(SOCKET_EVENT, (raw: unknown) => this.receive(raw));
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
      if (this.socket.connected) this.socket.emit('unsubscribe', { stream }, () => undefined);
    };
  }

  private subscribeAll(): void {
    this.asking.clear();
    for (const stream of this.listeners.keys()) this.ask(stream);
  }

  private ask(stream: StreamName): void {
    const listeners = this.listeners.get(stream);
    if (!listeners || listeners.size === 0) return;
    this.asking.add(stream);
    const after = Math.min(...[...listeners].map(({ cursor }) => cursor.seq));
    this.socket.emit('subscribe', { stream, after }, () => this.asking.delete(stream));
  }

  private receive(raw: unknown): void {
    const parsed = StreamEvent.safeParse(raw);
    if (!parsed.success) return;
    const event = parsed.data;
    const stream = event.stream as StreamName;
    const known = recognise(event);
    let gap = false;
    for (const { cursor, onEvent } of [...(this.listeners.get(stream) ?? [])]) {
      const reception = cursor.receive(event);
      if (reception === 'next' && known) onEvent(known);
      if (reception === 'gap') gap = true;
    }
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
