import type { StreamEvent } from '@tailcamp/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type StreamName, Streams } from '../../platform/streams/index.js';
import { createLogger } from '../../platform/telemetry/index.js';
import type { Hearing } from '../stream-access.js';
import { Feeds } from './feeds.js';
import { type Outlet, Subscription } from './subscription.js';

const stream: StreamName = 'camp:0190f3a0-0000-7000-8000-000000000001';

/** A log whose reads take as long as the scheduler likes; what was appended before a read began is in it. */
class ScheduledStreams extends Streams {
  readonly events: StreamEvent[] = [];
  ring: (seq: number) => void = () => {};

  constructor(private readonly scheduler: fc.Scheduler) {
    super();
  }
  async append(_: unknown, __: unknown, kind: string): Promise<number> {
    const seq = this.events.length + 1;
    this.events.push({ stream, seq, kind, data: {}, at: '2026-01-01T00:00:00Z' });
    return seq;
  }
  async redact(): Promise<void> {}
  read(_: unknown, after: number, limit: number): Promise<StreamEvent[]> {
    const found = this.events.slice(after, after + Math.min(limit, 200));
    return this.scheduler.schedule(Promise.resolve(found), `read after ${after}`);
  }
  async sequence(): Promise<number> {
    return this.events.length;
  }
  async extent() {
    return { before: 0, seq: this.events.length };
  }
  async onGrowth(listener: (stream: StreamName, seq: number) => void): Promise<() => Promise<void>> {
    this.ring = (seq) => listener(stream, seq);
    return async () => {};
  }
}

class Ear implements Outlet {
  readonly heard: number[] = [];
  dismissed = false;
  welcome = true;
  as: Hearing = 'member';
  emit(_: string, event: StreamEvent): void {
    this.heard.push(event.seq);
  }
  async hasRoom(): Promise<boolean> {
    return true;
  }
  async hearing() {
    return this.welcome ? this.as : null;
  }
  dropped(): void {
    this.dismissed = true;
  }
}

const from = (after: number, to: number) => Array.from({ length: to - after }, (_, index) => after + 1 + index);

async function quiet(scheduler: fc.Scheduler): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    await scheduler.waitIdle();
    await Promise.resolve();
  }
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('append' as const), many: fc.integer({ min: 1, max: 250 }) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('subscribe' as const), back: fc.nat(400) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('leave' as const), which: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('turn' as const) }) },
);

it('brings every event once and in order, however reads, growth, coming and going fall together', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(step, { maxLength: 25 }), async (scheduler, steps) => {
      const streams = new ScheduledStreams(scheduler);
      const feeds = new Feeds(streams, createLogger('silent'));
      await feeds.onModuleInit();
      const here: { ear: Ear; after: number; subscription: Subscription }[] = [];
      for (const each of steps) {
        if (each.does === 'append') {
          for (let count = 0; count < each.many; count++) await streams.append(null, stream, 'member.joined');
          streams.ring(streams.events.length);
        } else if (each.does === 'subscribe') {
          const after = Math.max(0, streams.events.length - each.back);
          const ear = new Ear();
          const subscription = new Subscription(stream, after, ear);
          here.push({ ear, after, subscription });
          void subscription.start(streams, feeds);
        } else if (each.does === 'leave') {
          here.splice(each.which, 1)[0]?.subscription.stop(feeds);
        } else if (scheduler.count() > 0) await scheduler.waitOne();
      }
      await quiet(scheduler);
      await feeds.onModuleDestroy();
      for (const { ear, after } of here) expect(ear.heard).toEqual(from(after, streams.events.length));
    }),
    { numRuns: 150 },
  );
});

it('gives the event that takes access away, and nothing after it', async () => {
  const [scheduler] = fc.sample(fc.scheduler(), 1);
  if (scheduler === undefined) throw new Error('No scheduler');
  const streams = new ScheduledStreams(scheduler);
  const feeds = new Feeds(streams, createLogger('silent'));
  await feeds.onModuleInit();
  const [member, staff] = [new Ear(), new Ear()];
  for (const ear of [member, staff]) void new Subscription(stream, 0, ear).start(streams, feeds);
  await quiet(scheduler);
  for (const kind of ['member.joined', 'member.left', 'member.joined']) await streams.append(null, stream, kind);
  member.welcome = false;
  streams.ring(3);
  await quiet(scheduler);
  await feeds.onModuleDestroy();
  expect(staff.heard).toEqual([1, 2, 3]);
  expect(member.heard).toEqual([1, 2]);
  expect(member.dismissed).toBe(true);
});
