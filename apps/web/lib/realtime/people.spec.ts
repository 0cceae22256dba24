import { SOCKET_PRESENCE, SOCKET_TYPING, type StreamName } from '@tailcamp/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Doorbell, StreamClient } from './client';
import { People } from './people';

const stream: StreamName = 'group:0190f3a0-0000-7000-8000-000000000001';
const topic = '0190f3a0-0000-7000-8000-000000000002';
const [me, ana, ben] = [10, 11, 12].map((n) => `0190f3a0-0000-7000-8000-0000000000${n}`) as [string, string, string];

/** A server that hears subscriptions at once, knows who is there, and can be cut off. */
class FakeServer implements Doorbell {
  connected = true;
  readonly said: [string, object][] = [];
  users = [me];
  private readonly handlers = new Map<string, (...args: never[]) => void>();
  on(name: string, listener: (...args: never[]) => void) {
    this.handlers.set(name, listener);
  }
  fire(name: string, ...args: unknown[]) {
    (this.handlers.get(name) as ((...given: unknown[]) => void) | undefined)?.(...args);
  }
  emit(name: string, body: object, acknowledge: (answer: unknown) => void) {
    this.said.push([name, body]);
    acknowledge(name === 'subscribe' ? { ok: true, seq: 0 } : { ok: true, users: this.users });
  }
  connect() {}
}

let server: FakeServer;
let people: People;
let client: StreamClient;
let now: number;
let timers: { what: () => void; at: number }[];
beforeEach(() => {
  server = new FakeServer();
  now = 0;
  timers = [];
  client = new StreamClient(server, async () => true, { hear: () => {}, forget: () => {} });
  people = new People(client, { now: () => now, later: (what, ms) => timers.push({ what, at: now + ms }) });
});
function pass(ms: number) {
  now += ms;
  for (const { what, at } of timers) if (at <= now && at > now - ms) what();
}
const saidOf = (name: string) => server.said.filter(([said]) => said === name).map(([, body]) => body);

describe('People', () => {
  it('is seen while something watches, and once however many do', () => {
    client.subscribe(stream, 0, () => {});
    const stops = [people.watch(stream, () => {}), people.watch(stream, () => {})];
    expect(people.here(stream)).toEqual([me]);
    stops[0]?.();
    expect(saidOf('presence').at(-1)).toEqual({ stream, here: true });
    stops[1]?.();
    expect(saidOf('presence').at(-1)).toEqual({ stream, here: false });
    expect(people.here(stream)).toEqual([]);
  });

  it('asks once the stream is heard, and anew after a reconnect', () => {
    people.watch(stream, () => {});
    expect(saidOf('presence')).toEqual([]);
    client.subscribe(stream, 0, () => {});
    server.users = [me, ana];
    server.fire('connect');
    expect(people.here(stream)).toEqual([me, ana]);
  });

  it('follows who comes and goes, and leaves the array alone otherwise', () => {
    client.subscribe(stream, 0, () => {});
    let changes = 0;
    people.watch(stream, () => {
      changes += 1;
    });
    server.fire(SOCKET_PRESENCE, { stream, userId: ana, here: true });
    const both = people.here(stream);
    expect(both).toEqual([me, ana]);
    server.fire(SOCKET_PRESENCE, { stream: 'group:elsewhere', userId: ben, here: true });
    server.fire(SOCKET_PRESENCE, 'nonsense');
    expect(people.here(stream)).toBe(both);
    server.fire(SOCKET_PRESENCE, { stream, userId: ana, here: false });
    expect(people.here(stream)).toEqual([me]);
    expect(changes).toBeGreaterThanOrEqual(3);
  });

  it('says that I type at most every three seconds, and that I have stopped', () => {
    client.subscribe(stream, 0, () => {});
    people.watch(stream, () => {});
    for (const ms of [0, 1_000, 1_000, 1_000, 1_000]) {
      pass(ms);
      people.say(stream, topic, true);
    }
    expect(saidOf('typing')).toHaveLength(2);
    people.say(stream, topic, false);
    people.say(stream, topic, false);
    expect(saidOf('typing')).toHaveLength(3);
    expect(saidOf('typing').at(-1)).toEqual({ stream, topic, on: false });
  });

  it('sees others type until they stop, or are silent for long', () => {
    const typing = (userId: string, on: boolean) => server.fire(SOCKET_TYPING, { stream, topic, userId, on });
    typing(ana, true);
    typing(ben, true);
    expect(people.typing(stream, topic)).toEqual([ana, ben]);
    typing(ben, false);
    pass(4_000);
    typing(ana, true);
    pass(4_000);
    expect(people.typing(stream, topic)).toEqual([ana]);
    pass(4_000);
    expect(people.typing(stream, topic)).toEqual([]);
  });
});
