import { Worker } from 'node:worker_threads';
import type { Policy } from '@tailcamp/contracts';
import { type Effect, ENGINE, type FormedGroup } from '@tailcamp/matching';
import type { Adoption } from './delegate.js';
import {
  type Cohort,
  type Evaluated,
  type EvaluateInput,
  type FormInput,
  type PlaceInput,
  type PolicyCheck,
  type Proposal,
  type Solved,
  type SolveInput,
  type SolveOptions,
  Solver,
  SolverRefusal,
} from './index.js';
import type { BlockDone, FromThread, ToThread } from './messages.js';
import type { ServiceAnswer } from './service.js';
import type { BlockSharing } from './sharing/block-sharing.js';
import type { SharedSolve } from './sharing/shared-solve.js';
import type { Given, Made, Task } from './work.js';

const SOLVER = new URL('./solver.worker.js', import.meta.url);

export interface ThreadSolverSetup {
  /** Threads that share the blocks of a large cohort. */
  workers: number;
  /** Modules of the threads; tests, which run from sources, give those that they have bundled. */
  entries?: { solver?: URL; block?: URL };
  /** Other processes that work on them too. */
  sharing?: BlockSharing | undefined;
}

type Listening = Partial<SolveOptions> & { blocks?: SharedSolve };

/** The engine in a worker thread of its own for each task; to stop it, the thread is ended, and with it those that it started. */
export class ThreadSolver extends Solver {
  readonly engine = ENGINE;

  constructor(private readonly setup: ThreadSolverSetup) {
    super();
  }

  propose(cohort: Cohort): Promise<Proposal> {
    return this.ask('propose', [cohort]);
  }

  check(policy: Policy, cohort: Cohort): Promise<PolicyCheck> {
    return this.ask('check', [policy, cohort]);
  }

  evaluate(input: EvaluateInput): Promise<Evaluated> {
    return this.ask('evaluate', [input]);
  }

  form(input: FormInput, signal: AbortSignal): Promise<FormedGroup[]> {
    return this.ask('form', [input], signal);
  }

  place(input: PlaceInput): Promise<Effect[]> {
    return this.ask('place', [input]);
  }

  solve(input: SolveInput, options: SolveOptions): Promise<Solved> {
    const { sharing, workers: count, entries } = this.setup;
    if (sharing === undefined || input.cohort.rows.length < sharing.from) {
      return this.run<Solved>({ task: 'solve', input, workers: { count, entry: entries?.block?.href } }, options);
    }
    return sharing.share(options.runId ?? null, async (blocks) => {
      const solved = await this.run<Solved>({ task: 'solve', input, workers: null }, { ...options, blocks });
      const { processes } = blocks;
      return processes === 1 ? solved : { ...solved, solver: { ...solved.solver, processes } };
    });
  }

  /** The problem as a request to a matching service. @throws SolverRefusal when the policy does not fit the cohort */
  protected pose(input: SolveInput, seconds: number, signal: AbortSignal): Promise<string> {
    return this.ask('pose', [input, seconds], signal);
  }

  /** What to make of a matching service's answer. @param seconds that it took */
  protected adopt(input: SolveInput, answer: ServiceAnswer, seconds: number, signal: AbortSignal): Promise<Adoption> {
    return this.ask('adopt', [input, answer, seconds], signal);
  }

  private ask<T extends Task>(task: T, given: Given[T], signal?: AbortSignal): Promise<Made[T]> {
    return this.run<Made[T]>({ task, given } as ToThread, { ...(signal && { signal }) });
  }

  private async run<Result>(asked: ToThread, { onProgress, signal, blocks }: Listening): Promise<Result> {
    signal?.throwIfAborted();
    const thread = new Worker(this.setup.entries?.solver ?? SOLVER, { workerData: asked });
    let stop: (() => void) | undefined;
    try {
      return await new Promise<Result>((resolve, reject) => {
        stop = () => reject(signal?.reason);
        signal?.addEventListener('abort', stop, { once: true });
        const answer = (at: number, result: BlockDone['result']) =>
          thread.postMessage({ at, result } satisfies BlockDone);
        thread.on('message', (message: FromThread) => {
          if (message.kind === 'progress') onProgress?.(message.progress);
          else if (message.kind === 'blocks') blocks?.run(message.tasks, answer).catch(reject);
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
