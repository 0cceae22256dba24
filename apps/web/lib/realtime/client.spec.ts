import {
  ERRORS,
  type ErrorCode,
  SOCKET_DROPPED,
  SOCKET_ENDED,
  SOCKET_EVENT,
  type StreamEvent,
  type StreamName,
} from '@tailcamp/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Doorbell, StreamClient } from './client';

const stream: StreamName = 'camp:0190f3a0-0000-7000-8000-000000000001';
const event = (seq: number): StreamEvent => ({
  stream,
  seq,
  kind: 'member.joined',
  data: { memberId: '0190f3a0-0000-7000-8000-00000000000a' },
  at: '2026-01-01T00:00:00Z',
});

/** A server with a log of events, and a socket on which they can be lost, doubled or cut off. */
class FakeServer implements Doorbell {
  connected = true;
  asked: number[] = [];
  connects = 0;
  private readonly handlers = new Map<string, (...args: never[]) => void>();
  constructor(public log: number) {}
  on(name: string, listener: (...args: never[]) => void) {
    this.handlers.set(name, listener);
  }
  fire(name: string, ...args: unknown[]) {
    (this.handlers.get(name) as ((...given: unknown[]) => void) | undefined)?.(...args);
  }
  /** Events up to this one are not kept any more. */
  before = 0;
  refuses: ErrorCode | null = null;
  emit(name: string, body: { after: number }, acknowledge: (answer: unknown) => void) {
    if (name !== 'subscribe') return;
    this.asked.push(body.after);
    const code = this.refuses ?? (body.after < this.before || body.after > this.log ? 'stale_sequence' : null);
    if (code !== null) {
      const current = { seq: this.log };
      return acknowledge({ ok: false, problem: { type: 'about:blank', ...ERRORS[code], code, current } });
    }
    for (let seq = body.after + 1; seq <= this.log; seq += 1) this.fire(SOCKET_EVENT, event(seq));
    acknowledge({ ok: true, seq: this.log });
  }
  connect() {
    this.connects += 1;
  }
  append(delivered: boolean) {
    this.log += 1;
    if (delivered) this.fire(SOCKET_EVENT, event(this.log));
  }
}

function listening(server: FakeServer, after: number) {
  const heard: number[] = [];
  const kept: number[] = [];
  const forgotten: string[] = [];
  const later: (() => void)[] = [];
  const keeper = { hear: ({ seq }: StreamEvent) => kept.push(seq), forget: (which: string) => forgotten.push(which) };
  const client = new StreamClient(
    server,
    async () => true,
    keeper,
    (what) => later.push(what),
  );
  const stop = client.subscribe(stream, after, ({ seq }) => heard.push(seq));
  return { client, heard, stop, kept, forgotten, later };
}

describe('StreamClient', () => {
  it('replays what came since the snapshot, then goes live', () => {
    const server = new FakeServer(5);
    const { heard } = listening(server, 3);
    server.append(true);
    expect(heard).toEqual([4, 5, 6]);
  });

  it('asks again from its last sequence when something is missing', () => {
    const server = new FakeServer(0);
    const { heard } = listening(server, 0);
    server.append(false);
    server.append(true);
    expect(heard).toEqual([1, 2]);
    expect(server.asked).toEqual([0, 0]);
  });

  it('serves a listener that starts further back without repeating to the others', () => {
    const server = new FakeServer(4);
    const { client, heard } = listening(server, 4);
    const late: number[] = [];
    client.subscribe(stream, 1, ({ seq }) => late.push(seq));
    expect(late).toEqual([2, 3, 4]);
    expect(heard).toEqual([]);
  });

  it('hears nothing after it stopped, and ignores what is no event', () => {
    const server = new FakeServer(0);
    const { heard, stop } = listening(server, 0);
    server.fire(SOCKET_EVENT, { stream, seq: 'one' });
    stop();
    server.append(true);
    expect(heard).toEqual([]);
  });

  it('hands each event to what is kept, also those that came only for a listener further back', () => {
    const server = new FakeServer(4);
    const { client, kept } = listening(server, 3);
    client.subscribe(stream, 1, () => {});
    expect(kept).toEqual([4, 2, 3, 4]);
  });

  it('counts what is withheld, and tells nobody of it', () => {
    const server = new FakeServer(0);
    const { heard, kept } = listening(server, 0);
    server.append(true);
    server.log += 1;
    server.fire(SOCKET_EVENT, { stream, seq: 2 });
    server.append(true);
    expect(heard).toEqual([1, 3]);
    expect(kept).toEqual([1, 3]);
    expect(server.asked).toEqual([0]);
  });

  it.each([
    ['too long ago', 3, 9, 5],
    ['beyond the end of the stream, as after a restored backup', 12, 9, 0],
  ])('goes on from the newest event where its own is %s, and has all read again', (_, after, log, before) => {
    const server = new FakeServer(log);
    server.before = before;
    const { heard, forgotten } = listening(server, after);
    expect(server.asked).toEqual([after, log]);
    expect(forgotten).toEqual([stream]);
    server.append(true);
    expect(heard).toEqual([log + 1]);
  });

  it('asks again later where the server is too busy', () => {
    const server = new FakeServer(2);
    server.refuses = 'too_many_requests';
    const { heard, later } = listening(server, 0);
    expect(heard).toEqual([]);
    server.refuses = null;
    later.shift()?.();
    expect(heard).toEqual([1, 2]);
  });

  it('has all read again when it may no longer hear a stream', () => {
    const server = new FakeServer(0);
    const { forgotten } = listening(server, 0);
    server.fire(SOCKET_DROPPED, { stream });
    expect(forgotten).toEqual([stream]);
  });

  it('renews the session when the server ends it, then connects again', async () => {
    const server = new FakeServer(0);
    listening(server, 0);
    server.fire(SOCKET_ENDED);
    await Promise.resolve();
    await Promise.resolve();
    expect(server.connects).toBe(1);
  });

  it('hears every event once and in order, whatever is lost, doubled or cut off', () => {
    const happening = fc.constantFrom('delivered', 'lost', 'doubled', 'cut');
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
        const server = new FakeServer(0);
        const { heard } = listening(server, 0);
        for (const each of happenings) {
          if (each === 'cut') server.fire('connect');
          else server.append(each !== 'lost');
          if (each === 'doubled') server.fire(SOCKET_EVENT, event(server.log));
        }
        server.fire('connect');
        expect(heard).toEqual(Array.from({ length: server.log }, (_, index) => index + 1));
      }),
    );
  });
});
