import { randomBytes } from 'node:crypto';
import { Breaker } from '../../kernel/breaker.js';
import type { Logger } from '../telemetry/index.js';
import type { Solved, SolveInput, SolveOptions } from './index.js';
import { askService, ServiceFailed } from './service.js';
import { ThreadSolver, type ThreadSolverSetup } from './solver.thread.js';

interface Service {
  url: string;
  /** How long it may search. */
  seconds: number;
  log: Logger;
  /** Silence that counts as a failure. */
  patienceMs?: number;
  breaker?: Breaker;
}

const PATIENCE_MS = 30_000;
const MOST_FAILURES = 3;
const REST_MS = 60_000;

/**
 * Forms groups by a matching service, and falls back to the built-in engine, which also reads surveys, checks policies and
 * judges what the service answers. What is sent holds numbers alone: no id, no name, no answer of a person.
 */
export class HttpSolver extends ThreadSolver {
  private readonly breaker: Breaker;

  constructor(
    threads: ThreadSolverSetup,
    private readonly service: Service,
  ) {
    super(threads);
    this.breaker = service.breaker ?? new Breaker(MOST_FAILURES, REST_MS);
  }

  override async solve(input: SolveInput, options: SolveOptions): Promise<Solved> {
    const answer = await this.serviceAnswer(input, options);
    if ('solved' in answer) return answer.solved;
    const solved = await super.solve(input, options);
    return {
      ...solved,
      solver: { ...solved.solver, fellBack: `The matching service was not used: ${answer.declined}.` },
    };
  }

  private async serviceAnswer(
    input: SolveInput,
    { onProgress, signal }: SolveOptions,
  ): Promise<{ solved: Solved } | { declined: string }> {
    const { url, seconds, log } = this.service;
    const started = performance.now();
    const elapsed = () => (performance.now() - started) / 1000;
    onProgress({ phase: 'preparing', moves: 0, of: 0, seconds: 0, best: 0, hardViolations: 0 });
    const body = await this.pose(input, seconds, signal);
    const alone = this.breaker.leftAloneUntil;
    if (alone !== null) return { declined: `it failed several times and is left alone until ${alone.toISOString()}` };
    const traceId = randomBytes(16).toString('hex');
    try {
      const answer = await askService(url, body, {
        patienceMs: this.service.patienceMs ?? PATIENCE_MS,
        limitMs: seconds * 1000 + 2 * PATIENCE_MS,
        traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01`,
        signal,
        onProgress: ({ kind: _, violations, ...progress }) => {
          if (progress.phase !== 'preparing') {
            onProgress({ ...progress, hardViolations: violations, seconds: elapsed() });
          }
        },
      });
      this.breaker.succeeded();
      const adoption = await this.adopt(input, answer, elapsed(), signal);
      if ('declined' in adoption) log.warn({ traceId, reason: adoption.declined }, 'the matching service is overruled');
      else onProgress(lastProgress(adoption.solved));
      return adoption;
    } catch (error) {
      if (signal.aborted || !(error instanceof ServiceFailed)) throw error;
      if (error.isSick) this.breaker.failed();
      log.warn({ traceId, reason: error.message }, 'the matching service failed');
      return { declined: error.message };
    }
  }
}

function lastProgress({ report }: Solved) {
  const { moves, objective: best, seconds, hardViolations } = report;
  return { phase: 'improving' as const, moves, of: moves, best, seconds, hardViolations: hardViolations.length };
}
