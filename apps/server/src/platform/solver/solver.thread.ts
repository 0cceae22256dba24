import { Worker } from 'node:worker_threads';
import type { Policy } from '@tailcamp/contracts';
import { ENGINE } from '@tailcamp/matching';
import {
  type Cohort,
  type PolicyCheck,
  type Proposal,
  type Solved,
  type SolveInput,
  type SolveOptions,
  type SolveProgress,
  Solver,
  SolverRefusal,
} from './index.js';
import type { FromThread, ToThread } from './messages.js';

/** Compiled, the thread's file stands beside this one; under vitest both are sources, which a thread must be taught to read. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const ENTRY = new URL(FROM_SOURCE ? './solver.worker.ts' : './solver.worker.js', import.meta.url);
const LOADER = new URL('../../testing/source-loader.mjs', import.meta.url);
const EXEC_ARGV = FROM_SOURCE ? ['--import', LOADER.href] : [];

/** The engine in a worker thread of its own for each task; to stop it, the thread is ended. */
export class ThreadSolver extends Solver {
  readonly engine = ENGINE;

  propose(cohort: Cohort): Promise<Proposal> {
    return this.run<Proposal>({ task: 'propose', cohort });
  }

  check(policy: Policy, cohort: Cohort): Promise<PolicyCheck> {
    return this.run<PolicyCheck>({ task: 'check', policy, cohort });
  }

  solve(input: SolveInput, { onProgress, signal }: SolveOptions): Promise<Solved> {
    return this.run<Solved>({ task: 'solve', input }, onProgress, signal);
  }

  private async run<Result>(
    task: ToThread,
    onProgress?: (progress: SolveProgress) => void,
    signal?: AbortSignal,
  ): Promise<Result> {
    signal?.throwIfAborted();
    const thread = new Worker(ENTRY, { execArgv: EXEC_ARGV, workerData: task });
    let stop: (() => void) | undefined;
    try {
      return await new Promise<Result>((resolve, reject) => {
        stop = () => reject(signal?.reason);
        signal?.addEventListener('abort', stop, { once: true });
        thread.on('message', (message: FromThread) => {
          if (message.kind === 'progress') onProgress?.(message.progress);
          else if (message.kind === 'refused') reject(new SolverRefusal(message.reason));
          else resolve(message.result as Result);
        });
        thread.on('error', reject);
        thread.on('exit', (code) => reject(new Error(`The solver's thread ended with code ${code} and no answer`)));
      });
    } finally {
      if (stop !== undefined) signal?.removeEventListener('abort', stop);
      await thread.terminate();
    }
  }
}
