import { SOCKET_ENDED, SOCKET_EVENT, type StreamEvent, type StreamName } from '@tailcamp/contracts';
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
  emit(name: string, body: { after: number }, acknowledge: () => void) {
    if (name !== 'subscribe') return;
    this.asked.push(body.after);
    for (let seq = body.after + 1; seq <= this.log; seq += 1) this.fire(SOCKET_EVENT, event(seq));
    acknowledge();
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
  const client = new StreamClient(server, async () => true);
  const stop = client.subscribe(stream, after, ({ seq }) => heard.push(seq));
  return { client, heard, stop };
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
