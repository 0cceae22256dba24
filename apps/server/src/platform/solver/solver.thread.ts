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
  type SolveProgress,
  Solver,
  SolverRefusal,
} from './index.js';
import type { FromThread, ToThread } from './messages.js';
import type { ServiceAnswer } from './service.js';

const SOLVER = new URL('./solver.worker.js', import.meta.url);

/** The engine in a worker thread of its own for each task; to stop it, the thread is ended, and with it those that it started. */
export class ThreadSolver extends Solver {
  readonly engine = ENGINE;

  /**
   * @param workers threads that share a large cohort
   * @param entries modules of the threads; tests, which run from sources, give those that they have bundled
   */
  constructor(
    private readonly workers: number,
    private readonly entries: { solver?: URL; block?: URL } = {},
  ) {
    super();
  }

  propose(cohort: Cohort): Promise<Proposal> {
    return this.run<Proposal>({ task: 'propose', cohort });
  }

  check(policy: Policy, cohort: Cohort): Promise<PolicyCheck> {
    return this.run<PolicyCheck>({ task: 'check', policy, cohort });
  }

  evaluate(input: EvaluateInput): Promise<Evaluated> {
    return this.run<Evaluated>({ task: 'evaluate', input });
  }

  solve(input: SolveInput, { onProgress, signal }: SolveOptions): Promise<Solved> {
    return this.run<Solved>(
      { task: 'solve', input, workers: this.workers, entry: this.entries.block?.href },
      onProgress,
      signal,
    );
  }

  form(input: FormInput, signal: AbortSignal): Promise<FormedGroup[]> {
    return this.run<FormedGroup[]>({ task: 'form', input }, undefined, signal);
  }

  place(input: PlaceInput): Promise<Effect[]> {
    return this.run<Effect[]>({ task: 'place', input });
  }

  /** The problem as a request to a matching service. @throws SolverRefusal when the policy does not fit the cohort */
  pose(input: SolveInput, seconds: number, signal: AbortSignal): Promise<string> {
    return this.run<string>({ task: 'pose', input, seconds }, undefined, signal);
  }

  /** What to make of a matching service's answer. @param seconds that it took */
  adopt(input: SolveInput, answer: ServiceAnswer, seconds: number, signal: AbortSignal): Promise<Adoption> {
    return this.run<Adoption>({ task: 'adopt', input, answer, seconds }, undefined, signal);
  }

  private async run<Result>(
    task: ToThread,
    onProgress?: (progress: SolveProgress) => void,
    signal?: AbortSignal,
  ): Promise<Result> {
    signal?.throwIfAborted();
    const thread = new Worker(this.entries.solver ?? SOLVER, { workerData: task });
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
