import type { z } from 'zod';
import type { Sql } from '../database/index.js';

/**
 * A job: a name, the shape of its payload, and how it is retried. Delivery is at least once, so a handler's effect
 * must be guarded by a unique key or a state that it changes in the same transaction.
 */
export interface Job<Payload extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly payload: Payload;
  /** Runs in all before it is a dead letter. */
  readonly attempts: number;
  /** Milliseconds before the second run; doubles with each further one. */
  readonly backoff: number;
  /** Milliseconds without a sign of life after which a run counts as lost and another worker takes it. */
  readonly lease: number;
}

export const job = <P extends z.ZodType>(declared: Pick<Job<P>, 'name' | 'payload'> & Partial<Job<P>>): Job<P> => ({
  attempts: 5,
  backoff: 500,
  lease: 30_000,
  ...declared,
});

/** One run of a job, as its handler sees it. */
export interface JobRun {
  readonly id: string;
  /** From 1. */
  readonly attempt: number;
  /** Aborted when the process stops or the lease is lost: give up soon; the job will run again. */
  readonly signal: AbortSignal;
  /** Stores how far it is, any JSON, for `Queue.find`. */
  progress(value: unknown): Promise<void>;
}

export type JobHandler<P extends z.ZodType> = (payload: z.output<P>, run: JobRun) => Promise<void>;

export type JobState = 'waiting' | 'running' | 'done' | 'dead';
export interface JobStatus {
  id: string;
  name: string;
  state: JobState;
  attempts: number;
  progress: unknown;
  /** The message of the last failure. */
  error: string | null;
}

export interface AddOptions {
  /** While a job with this name and key is waiting or running, adding another gives that one's id. */
  key?: string;
  /** Milliseconds until it may run. */
  delay?: number;
}

/**
 * Durable jobs. The row in the database, written in the caller's transaction, is the truth; what carries it to a
 * worker may forget, and a sweeper brings it again.
 */
export abstract class Queue {
  /** @returns the id of the job */
  abstract add<P extends z.ZodType>(tx: Sql, job: Job<P>, payload: z.input<P>, options?: AddOptions): Promise<string>;
  /** Says who does a job. The handler is imported when the first one comes. Call before `start`. */
  abstract handle<P extends z.ZodType>(job: Job<P>, load: () => Promise<JobHandler<P>>): void;
  /** Runs a job every `everyMs`, by one process at a time however many there are. */
  abstract schedule<P extends z.ZodType>(job: Job<P>, everyMs: number, payload: z.input<P>): void;
  abstract find(id: string): Promise<JobStatus | null>;
  /** How many wait, run and are dead. */
  abstract depth(): Promise<Record<JobState, number>>;
  /** Begins to work in this process; without it, the process only adds. */
  abstract start(concurrency: number): Promise<void>;
  /** Takes no more, aborts what runs after `graceMs`, and waits for it. */
  abstract stop(graceMs: number): Promise<void>;
}
