import type { CampPolicy, Run, StreamEvent } from '@tailcamp/contracts';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveAnswers } from './live-answers';

const campId = '0190f3a0-0000-7000-8000-000000000001';
const runId = '0190f3a0-0000-7000-8000-000000000002';
const RUN = ['matching.get', { campId, runId }];
const run = { id: runId, state: 'queued', seq: 7, curve: [], moves: 0 } as Partial<Run>;
const event = (seq: number, kind: string, data: object): StreamEvent => ({
  stream: `camp:${campId}`,
  seq,
  kind,
  data: { ...data },
  at: '2026-01-01T00:00:00Z',
});
const progress = (seq: number) =>
  event(seq, 'run.progress', {
    ...{ runId, phase: 'improving', moves: seq * 100, of: 2000 },
    ...{ seconds: 0.4, best: 0.83, hardViolations: 0 },
  });

let client: QueryClient;
let answers: LiveAnswers;
beforeEach(() => {
  vi.useFakeTimers();
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  answers = new LiveAnswers(client);
});
afterEach(() => {
  client.clear();
  vi.useRealTimers();
});
const kept = () => client.getQueryData<Run>(RUN);

describe('LiveAnswers', () => {
  it('changes an answer in place, once for each event, however often it is told', () => {
    client.setQueryData(RUN, run);
    for (const seq of [8, 9, 9, 8]) answers.hear(progress(seq));
    expect(kept()).toMatchObject({ state: 'running', moves: 900, seq: 9 });
    expect(kept()?.curve).toHaveLength(2);
  });

  it('lets an answer that came by an event be no fresher than it was read', () => {
    client.setQueryData(RUN, run, { updatedAt: 5 });
    client.getQueryCache().find({ queryKey: RUN })?.invalidate();
    answers.hear(progress(8));
    expect(client.getQueryState(RUN)).toMatchObject({ dataUpdatedAt: 5, isInvalidated: true });
  });

  it('brings an answer that was on its way when events came to where the stream is', async () => {
    let arrive: (run: Partial<Run>) => void = () => {};
    const observer = new QueryObserver(client, { queryKey: RUN, queryFn: () => new Promise((r) => (arrive = r)) });
    const stop = observer.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(0);
    answers.hear(progress(8));
    answers.hear(progress(9));
    arrive({ ...run, seq: 8, moves: 800, state: 'running' });
    await vi.advanceTimersByTimeAsync(0);
    expect(kept()).toMatchObject({ moves: 900, seq: 9 });
    stop();
  });

  it('reads again, once for a burst, what is on a page and was made stale', async () => {
    const read = vi.fn(async () => ({ version: 1 }) as Partial<CampPolicy>);
    const other = vi.fn(async () => ({}));
    const pages = [
      new QueryObserver(client, { queryKey: ['matching.getPolicy', { campId }], queryFn: read }),
      new QueryObserver(client, { queryKey: ['matching.getPolicy', { campId: runId }], queryFn: other }),
    ].map((observer) => observer.subscribe(() => {}));
    await vi.advanceTimersByTimeAsync(0);
    for (const seq of [1, 2, 3]) answers.hear(event(seq, 'policy.changed', { version: seq }));
    await vi.advanceTimersByTimeAsync(300);
    expect(read).toHaveBeenCalledTimes(2);
    expect(other).toHaveBeenCalledTimes(1);
    for (const stop of pages) stop();
  });

  it('reads a list that came page by page again', async () => {
    const key = ['calibrations.list', { campId }, 'pages'];
    client.setQueryData(key, { pages: [{ items: [], seq: 1 }], pageParams: [null] });
    answers.hear(event(2, 'calibration.progress', { calibrationId: runId, iteration: 1, of: 2 }));
    await vi.advanceTimersByTimeAsync(300);
    expect(client.getQueryState(key)?.isInvalidated).toBe(true);
  });

  it('reads all again where a stream cannot be told on', () => {
    client.setQueryData(RUN, run);
    answers.forget(`camp:${campId}`);
    expect(client.getQueryState(RUN)?.isInvalidated).toBe(true);
  });
});
