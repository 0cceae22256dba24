import { setTimeout as pause } from 'node:timers/promises';
import { BlockThread, type Workers } from '../block-threads.js';
import type { PartStore } from './part-store.js';

/** Milliseconds between looks for a part while none is to be had: between two rounds, or when others are faster. */
const IDLE = 40;

export interface HelpingSetup {
  solveId: string;
  /** This process. */
  by: string;
  store: Pick<PartStore, 'claim' | 'finish' | 'keep' | 'release' | 'standing'>;
  /** Milliseconds without a sign of life after which others take what this process has claimed. */
  leaseMs: number;
  threads: Workers;
}

/**
 * Works on parts of another process's solve, on threads, until nobody waits for more.
 * @param signal aborted: stops in the middle of a block and gives back what it has claimed
 * @returns how many blocks it did
 * @throws the reason of `signal`; what the database throws
 */
export async function help(
  { solveId, by, store, leaseMs, threads }: HelpingSetup,
  signal: AbortSignal,
): Promise<number> {
  const over = new AbortController();
  const stop = () => over.abort();
  const hands = Array.from({ length: threads.count }, () => new BlockThread(threads.entry));
  let blocks = 0;
  let failure: unknown;
  const fail = (error: unknown) => {
    if (over.signal.aborted) return;
    failure = error;
    stop();
  };
  const work = async (hand: BlockThread) => {
    while (!over.signal.aborted) {
      const part = await store.claim(solveId, by, leaseMs);
      // Told to stop meanwhile: what was claimed is given back below.
      if (over.signal.aborted) return;
      if (part === null) {
        if ((await store.standing(solveId)) === null) return stop();
        await pause(IDLE, undefined, { signal: over.signal });
        continue;
      }
      const results = [];
      for (const task of part.tasks) results.push(await hand.solve(task));
      await store.finish(solveId, part.number, by, results);
      blocks += results.length;
    }
  };
  const beat = async () => {
    if ((await store.standing(solveId)) === null) stop();
    else await store.keep(solveId, by, leaseMs);
  };
  const heart = setInterval(() => beat().catch(fail), leaseMs / 3);
  signal.addEventListener('abort', stop);
  over.signal.addEventListener('abort', () => {
    for (const hand of hands) void hand.close();
  });
  try {
    if (signal.aborted) stop();
    await Promise.all(hands.map((hand) => work(hand).catch(fail)));
  } finally {
    clearInterval(heart);
    signal.removeEventListener('abort', stop);
    stop();
  }
  if (failure !== undefined) throw failure;
  if (signal.aborted) {
    await store.release(solveId, by);
    throw signal.reason;
  }
  return blocks;
}
