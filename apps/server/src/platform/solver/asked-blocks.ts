import type { MessagePort } from 'node:worker_threads';
import type { BlockResult, BlockRunner, BlockTask } from '@tailcamp/matching';
import type { BlockDone, FromThread } from './messages.js';

/** Blocks that the thread of a solve asks of the thread that started it, which can reach other processes. */
export class AskedBlocks implements BlockRunner {
  constructor(private readonly starter: MessagePort) {}

  run(tasks: Iterable<BlockTask>, onResult: (result: BlockResult) => void): Promise<readonly BlockResult[]> {
    const asked = [...tasks];
    const results: BlockResult[] = [];
    let missing = asked.length;
    return new Promise((resolve) => {
      const take = ({ at, result }: BlockDone) => {
        results[at] = result;
        onResult(result);
        if (--missing > 0) return;
        this.starter.off('message', take);
        resolve(results);
      };
      this.starter.on('message', take);
      const message: FromThread = { kind: 'blocks', tasks: asked };
      // Moved, not copied: each task has vectors of its own.
      this.starter.postMessage(
        message,
        asked.map(({ vectors }) => vectors.buffer as ArrayBuffer),
      );
    });
  }
}
