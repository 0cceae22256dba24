import type { ErrorCode } from '@tailcamp/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/problem';
import { problemOf } from '../api/send';
import { Outgoing, type Sendable, type Surroundings } from './outgoing';

const OWNER = '0190f3a0-0000-7000-8000-00000000000b';
const HERE = 'a channel';

class Memory {
  readonly entries = new Map<string, string>();
  get length() {
    return this.entries.size;
  }
  key = (at: number) => [...this.entries.keys()][at] ?? null;
  getItem = (key: string) => this.entries.get(key) ?? null;
  setItem = (key: string, value: string) => void this.entries.set(key, value);
  removeItem = (key: string) => void this.entries.delete(key);
}

/** A server that does each thing once; what happens to a request is set beforehand, and that of its answer. */
class FakeServer {
  readonly made: string[] = [];
  fate: 'taken' | 'answer lost' | 'never came' | ErrorCode = 'taken';
  async take(clientId: string): Promise<void> {
    await Promise.resolve();
    if (this.fate === 'never came') throw new ApiError(problemOf('unavailable'));
    if (this.fate !== 'taken' && this.fate !== 'answer lost') throw new ApiError(problemOf(this.fate));
    if (!this.made.includes(clientId)) this.made.push(clientId);
    if (this.fate === 'answer lost') throw new ApiError(problemOf('unavailable'));
  }
}

function browser(server = new FakeServer(), storage = new Memory()) {
  const timers: { what: () => void; ms: number }[] = [];
  let now = 0;
  const around: Surroundings = {
    storage,
    call: (_, __, { idempotencyKey }) => server.take(idempotencyKey),
    later: (what, ms) => timers.push({ what, ms }),
    now: () => ++now,
  };
  const open = () => new Outgoing(OWNER, around);
  const pass = async () => {
    for (const { what } of timers.splice(0)) what();
    await settled();
  };
  return { server, storage, timers, open, pass };
}

const settled = async () => {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
};
const send = (outgoing: Outgoing, clientId: string, place = HERE) =>
  outgoing.send('messages.send' as Sendable, place, {
    clientId,
    channelId: place,
    text: `Text of ${clientId}`,
  } as never);
const states = (outgoing: Outgoing) => outgoing.of(HERE).map(({ clientId, state }) => [clientId, state]);

describe('Outgoing', () => {
  it('shows at once what is sent, then that the server has it, then forgets it', async () => {
    const { open, server, storage, pass } = browser();
    const outgoing = open();
    send(outgoing, 'one');
    expect(states(outgoing)).toEqual([['one', 'waiting']]);
    expect(storage.length).toBe(1);
    await settled();
    expect(states(outgoing)).toEqual([['one', 'done']]);
    expect(server.made).toEqual(['one']);
    expect(storage.length).toBe(0);
    await pass();
    expect(outgoing.of(HERE)).toEqual([]);
  });

  it('tries again while nobody answers, later and later, and in order', async () => {
    const { open, server, timers, pass } = browser();
    const outgoing = open();
    server.fate = 'never came';
    send(outgoing, 'one');
    send(outgoing, 'two');
    const waits: number[] = [];
    for (let turn = 0; turn < 4; turn++) {
      await settled();
      waits.push(timers[0]?.ms ?? 0);
      await pass();
    }
    expect(waits.every((ms, at) => at === 0 || ms > (waits[at - 1] ?? 0) / 2)).toBe(true);
    expect(waits.at(-1)).toBeGreaterThan(waits[0] ?? 0);
    server.fate = 'taken';
    outgoing.resume();
    await settled();
    expect(server.made).toEqual(['one', 'two']);
  });

  it('gives up after a while, and tries again when told to', async () => {
    const { open, server, pass } = browser();
    const outgoing = open();
    server.fate = 'never came';
    send(outgoing, 'one');
    for (let turn = 0; turn < 10; turn++) await pass();
    expect(states(outgoing)).toEqual([['one', 'failed']]);
    server.fate = 'taken';
    outgoing.retry('one');
    await settled();
    expect(server.made).toEqual(['one']);
  });

  it('does not repeat what the server refuses, and goes on with what comes after it', async () => {
    const { open, server, storage } = browser();
    const outgoing = open();
    server.fate = 'forbidden';
    send(outgoing, 'one');
    await settled();
    server.fate = 'taken';
    send(outgoing, 'two');
    await settled();
    expect(states(outgoing)).toEqual([
      ['one', 'failed'],
      ['two', 'done'],
    ]);
    expect(outgoing.of(HERE)[0]?.problem?.code).toBe('forbidden');
    outgoing.discard('one');
    expect(states(outgoing)).toEqual([['two', 'done']]);
    expect(storage.length).toBe(0);
  });

  it('is there after a reload, for its owner alone', async () => {
    const { open, server, storage } = browser();
    server.fate = 'never came';
    send(open(), 'one');
    await settled();
    const elsewhere = new Outgoing('somebody else', { storage, call: async () => {}, later: () => {}, now: () => 0 });
    expect(elsewhere.of(HERE)).toEqual([]);
    server.fate = 'taken';
    const again = open();
    expect(states(again)).toEqual([['one', 'waiting']]);
    await settled();
    expect(server.made).toEqual(['one']);
  });

  it('brings everything once and in the order of its place, whatever fails and whenever the page is loaded anew', async () => {
    const fate = fc.constantFrom('taken' as const, 'answer lost' as const, 'never came' as const);
    const happening = fc.oneof(
      fc.record({ does: fc.constant('send' as const), fate }),
      fc.record({ does: fc.constant('reload' as const), fate }),
      fc.record({ does: fc.constant('wait' as const), fate }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 30 }), async (happenings) => {
        const { open, server, pass } = browser();
        let outgoing = open();
        const sent: string[] = [];
        for (const { does, fate: next } of happenings) {
          server.fate = next;
          if (does === 'send') send(outgoing, sent[sent.push(`no ${sent.length}`) - 1] as string);
          if (does === 'reload') outgoing = open();
          if (does === 'wait') await pass();
          await settled();
        }
        server.fate = 'taken';
        for (const { clientId } of outgoing.of(HERE)) outgoing.retry(clientId);
        outgoing.resume();
        for (let turn = 0; turn < sent.length + 2; turn++) await pass();
        expect(new Set(server.made)).toEqual(new Set(sent));
        expect(server.made).toHaveLength(sent.length);
      }),
      { numRuns: 60 },
    );
  });
});
