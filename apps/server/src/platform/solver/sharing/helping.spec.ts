import { expect, it, vi } from 'vitest';
import { BlockThread } from '../block-threads.js';
import { help } from './helping.js';
import type { ClaimedPart } from './part-store.js';

/** A thread that waits for work and would never answer. */
const IDLE_THREAD = new URL(
  'data:text/javascript,import { parentPort } from "node:worker_threads"; parentPort.on("message", () => {})',
);

const TASK = { vectors: new Float32Array(4) } as Parameters<BlockThread['solve']>[0];

it('a thread that has ended refuses work at once', async () => {
  const thread = new BlockThread(IDLE_THREAD);
  await thread.close();
  await expect(thread.solve(TASK)).rejects.toThrow(/ended/);
});

it('who is told to stop while it claims a part gives it back and ends', async () => {
  const stopping = new AbortController();
  let claimed = (_part: ClaimedPart) => {};
  const claiming = new Promise<ClaimedPart>((resolve) => {
    claimed = resolve;
  });
  const store = {
    claim: vi.fn(() => claiming),
    finish: vi.fn(),
    keep: vi.fn(),
    release: vi.fn(),
    standing: vi.fn(),
  };
  const threads = { count: 1, entry: IDLE_THREAD };
  const helping = help({ solveId: 'a', by: 'b', store, leaseMs: 60_000, threads }, stopping.signal);
  await vi.waitFor(() => expect(store.claim).toHaveBeenCalled());
  stopping.abort(new Error('the process stops'));
  claimed({ number: 0, tasks: [TASK] });
  await expect(helping).rejects.toThrow('the process stops');
  expect(store.release).toHaveBeenCalledWith('a', 'b');
  expect(store.finish).not.toHaveBeenCalled();
});
