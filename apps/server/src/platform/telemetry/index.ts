import { mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { type LogFn, type Logger, pino } from 'pino';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { StartupError } from '../../kernel/startup-error.js';

export type { Logger };

/** Structured logs: `log.info({ campId }, 'what happened')`. The value is pino itself; this class is its token. */
export abstract class Log {
  abstract readonly debug: LogFn;
  abstract readonly info: LogFn;
  abstract readonly warn: LogFn;
  abstract readonly error: LogFn;
  abstract readonly fatal: LogFn;
}

/** Fields that never reach a log, wherever they stand in what is logged. */
const SECRET = [
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
  'cookie',
  'email',
  'name',
  'content',
];

/**
 * JSON logs to standard error, or to `file`.
 * @throws StartupError when the file cannot be written
 */
export function createLogger(level: string, file?: string): Logger {
  const paths = SECRET.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
  const destination = pino.destination({ dest: file === undefined ? 2 : openLog(file), sync: false });
  return pino({ level, base: { app: 'tailcamp' }, redact: { paths, censor: '[redacted]' } }, destination);
}

function openLog(file: string): number {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return openSync(file, 'a', 0o600);
  } catch (cause) {
    throw new StartupError(
      `The log ${file} cannot be written (${(cause as Error).message}); give another with LOG_FILE.`,
      {
        cause,
      },
    );
  }
}

/** What Prometheus reads at `/metrics`; label values come from code, never from people. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'tailcamp_http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });
  readonly jobs = new Histogram({
    name: 'tailcamp_job_seconds',
    help: 'Time a job took, by name and outcome',
    labelNames: ['job', 'outcome'] as const,
    buckets: [0.01, 0.1, 0.5, 1, 5, 15, 60, 300],
    registers: [this.registry],
  });
  readonly queueDepth = new Gauge({
    name: 'tailcamp_queue_jobs',
    help: 'Jobs by state',
    labelNames: ['state'] as const,
    registers: [this.registry],
  });
  readonly sockets = new Gauge({ name: 'tailcamp_sockets', help: 'Open sockets', registers: [this.registry] });
  readonly matchObjective = new Histogram({
    name: 'tailcamp_match_objective',
    help: 'Objective of finished matching runs',
    buckets: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
    registers: [this.registry],
  });
  readonly matchBlocks = new Counter({
    name: 'tailcamp_match_blocks_total',
    help: 'Blocks of cohorts that were shared with other processes, by where they were worked on, told by who needed them',
    labelNames: ['where'] as const,
    registers: [this.registry],
  });
  readonly cache = new Counter({
    name: 'tailcamp_cache_total',
    help: 'Cache look-ups, by outcome',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });
  readonly attemptsStarted = new Counter({
    name: 'tailcamp_attempts_started_total',
    help: 'Attempts at an assessment that were started',
    registers: [this.registry],
  });
  readonly attemptsFinished = new Counter({
    name: 'tailcamp_attempts_finished_total',
    help: 'Attempts at an assessment that ended, by what ended them',
    labelNames: ['by'] as const,
    registers: [this.registry],
  });
  readonly attemptQuestions = new Histogram({
    name: 'tailcamp_attempt_questions',
    help: 'Questions that an attempt had marked by itself when it ended',
    buckets: [2, 5, 8, 10, 12, 14, 16, 18, 20, 25],
    registers: [this.registry],
  });
  readonly attemptStep = new Histogram({
    name: 'tailcamp_attempt_step_seconds',
    help: 'Time from an answer in an attempt to the question that follows it',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });
  readonly modelAsks = new Counter({
    name: 'tailcamp_model_asks_total',
    help: 'What language models were asked, by provider and outcome',
    labelNames: ['provider', 'outcome'] as const,
    registers: [this.registry],
  });
  readonly modelTokens = new Counter({
    name: 'tailcamp_model_tokens_total',
    help: 'Tokens that language models read and wrote',
    labelNames: ['provider', 'direction'] as const,
    registers: [this.registry],
  });
  readonly modelDollars = new Counter({
    name: 'tailcamp_model_dollars_total',
    help: 'What language models cost, in US dollars, by the prices of the configuration',
    labelNames: ['provider'] as const,
    registers: [this.registry],
  });

  /** A number that is read anew each time somebody looks; NaN where it cannot be, which takes nothing else along. */
  sampled(name: string, help: string, read: () => Promise<number>): void {
    const registers = [this.registry];
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read().catch(() => Number.NaN));
      },
    });
  }

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'tailcamp_' });
  }
}
