import { and, asc, eq, inArray, lt, notInArray, type SQL, sql } from 'drizzle-orm';
import { newId } from '../../kernel/id.js';
import { type Database, rowsOf, type Sql } from '../database/index.js';
import type { AddOptions, Job, JobState, JobStatus } from './index.js';
import { jobs } from './tables.js';

/** A job that this process has taken, fenced by its lease. */
export interface TakenJob {
  id: string;
  name: string;
  payload: unknown;
  lease: string;
  /** Runs that began, this one included. */
  attempts: number;
  failures: number;
}

const inMs = (ms: number) => sql`now() + ${ms} * interval '1 millisecond'`;
const FREE = { lease: null, leaseUntil: null };

/** The SQL of the queue, the same for every adapter. Times are the database's, so that processes agree on them. */
export class JobStore {
  constructor(private readonly database: Database) {}

  /** @returns the id of the new job, or of the one that waits or runs under the same key */
  async add(tx: Sql, name: string, payload: unknown, { key, delay = 0 }: AddOptions): Promise<string> {
    const id = newId();
    for (;;) {
      const added = await tx
        .insert(jobs)
        .values({ id, name, key: key ?? null, payload, runAt: inMs(delay) })
        .onConflictDoNothing()
        .returning({ id: jobs.id });
      if (added.length > 0 || key === undefined) return id;
      const [present] = await tx
        .select({ id: jobs.id })
        .from(jobs)
        .where(and(eq(jobs.name, name), eq(jobs.key, key), inArray(jobs.state, ['waiting', 'running'])));
      // None: it finished between the two statements, so there is room now.
      if (present) return present.id;
    }
  }

  /**
   * Takes jobs that are due, or whose worker has been silent for longer than its lease, oldest first.
   * @param running what runs in this process, however silent it was
   */
  async take(kinds: readonly Job[], limit: number, running: readonly string[]): Promise<TakenJob[]> {
    const mine = running.length > 0 ? sql`and ${notInArray(jobs.id, [...running])}` : sql``;
    const which = sql`(${jobs.state} = 'waiting' and ${jobs.runAt} <= now())
      or (${jobs.state} = 'running' and ${jobs.leaseUntil} < now() ${mine})`;
    return this.takeWhere(kinds, limit, which);
  }

  /** Takes one job that another clock, up to a second fast, says is due; undefined when it is not to be had. */
  async takeOne(kinds: readonly Job[], id: string): Promise<TakenJob | undefined> {
    const which = sql`${jobs.id} = ${id} and ${jobs.state} = 'waiting' and ${jobs.runAt} < ${inMs(1_000)}`;
    return (await this.takeWhere(kinds, 1, which))[0];
  }

  /** @returns false when the job has been lost to another */
  extend(job: TakenJob, ms: number): Promise<boolean> {
    return this.change(job, { leaseUntil: inMs(ms) });
  }

  progress(job: TakenJob, value: unknown): Promise<boolean> {
    return this.change(job, { progress: value });
  }

  finish(job: TakenJob): Promise<boolean> {
    return this.change(job, { state: 'done', finishedAt: sql`now()`, error: null, ...FREE });
  }

  bury(job: TakenJob, error: string): Promise<boolean> {
    return this.change(job, { state: 'dead', finishedAt: sql`now()`, error, failures: job.failures + 1, ...FREE });
  }

  retry(job: TakenJob, error: string, ms: number): Promise<boolean> {
    return this.change(job, { state: 'waiting', runAt: inMs(ms), error, failures: job.failures + 1, ...FREE });
  }

  /** Gives a job back as if it had not been taken. */
  giveBack(job: TakenJob): Promise<boolean> {
    return this.change(job, { state: 'waiting', attempts: job.attempts - 1, ...FREE });
  }

  /** Frees what ran when the process died; only where no other process can be alive. */
  async freeAll(): Promise<void> {
    await this.database.sql
      .update(jobs)
      .set({ state: 'waiting', ...FREE })
      .where(eq(jobs.state, 'running'));
  }

  async find(id: string): Promise<JobStatus | null> {
    const { name, state, attempts, progress, error } = jobs;
    const [row] = await this.database.sql
      .select({ id: jobs.id, name, state, attempts, progress, error })
      .from(jobs)
      .where(eq(jobs.id, id));
    return row ?? null;
  }

  async depth(): Promise<Record<JobState, number>> {
    const counts = await this.database.sql
      .select({ state: jobs.state, count: sql<number>`count(*)::int` })
      .from(jobs)
      .groupBy(jobs.state);
    return { waiting: 0, running: 0, done: 0, dead: 0, ...Object.fromEntries(counts.map((c) => [c.state, c.count])) };
  }

  /** Milliseconds until the next waiting job of these is due; null where none waits. */
  async untilDue(kinds: readonly Job[]): Promise<number | null> {
    if (kinds.length === 0) return null;
    const [row] = await this.database.sql
      .select({ ms: sql<number | null>`(extract(epoch from min(${jobs.runAt}) - clock_timestamp()) * 1000)::float8` })
      .from(jobs)
      .where(
        and(
          eq(jobs.state, 'waiting'),
          inArray(
            jobs.name,
            kinds.map((kind) => kind.name),
          ),
        ),
      );
    return row?.ms == null ? null : Math.max(0, row.ms);
  }

  /** Forgets what was done long ago; dead letters stay. */
  async forgetDone(tx: Sql, olderThanMs: number): Promise<void> {
    await tx
      .delete(jobs)
      .where(and(eq(jobs.state, 'done'), lt(jobs.finishedAt, sql`now() - ${olderThanMs} * interval '1 millisecond'`)));
  }

  /** Waiting jobs and how long until they are due, in the order of their time: these, or those that are due. */
  async waiting(
    ids: readonly string[] | 'due',
    limit: number,
  ): Promise<{ id: string; attempts: number; ms: number }[]> {
    const which = ids === 'due' ? sql`${jobs.runAt} <= now()` : inArray(jobs.id, [...ids]);
    return this.database.sql
      .select({
        id: jobs.id,
        attempts: jobs.attempts,
        ms: sql<number>`greatest(0, extract(epoch from ${jobs.runAt} - now()) * 1000)::float8`,
      })
      .from(jobs)
      .where(and(eq(jobs.state, 'waiting'), which))
      .orderBy(asc(jobs.runAt), asc(jobs.id))
      .limit(limit);
  }

  /** Makes jobs wait again whose worker has been silent for longer than its lease; not what runs in this process. */
  async freeLost(running: readonly string[]): Promise<void> {
    const silent = and(eq(jobs.state, 'running'), lt(jobs.leaseUntil, sql`now()`));
    await this.database.sql
      .update(jobs)
      .set({ state: 'waiting', ...FREE })
      .where(running.length > 0 ? and(silent, notInArray(jobs.id, [...running])) : silent);
  }

  private async takeWhere(kinds: readonly Job[], limit: number, which: SQL): Promise<TakenJob[]> {
    if (kinds.length === 0 || limit <= 0) return [];
    const leases = JSON.stringify(kinds.map(({ name, lease }) => ({ name, lease })));
    const taken = await rowsOf<TakenJob>(
      this.database.sql.execute(sql`
        with handled as (select * from jsonb_to_recordset(${leases}::jsonb) as handled(name text, lease int)),
        next as (
          select jobs.id, handled.lease from ${jobs} join handled on handled.name = ${jobs.name}
          where ${which}
          order by ${jobs.runAt}, ${jobs.id} limit ${limit} for update of jobs skip locked
        )
        update ${jobs} set state = 'running', attempts = attempts + 1, lease = gen_random_uuid(),
          lease_until = now() + next.lease * interval '1 millisecond'
        from next where ${jobs.id} = next.id
        returning jobs.id, jobs.name, jobs.payload, jobs.lease, jobs.attempts, jobs.failures`),
    );
    return taken.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private async change(job: TakenJob, values: Parameters<ReturnType<Sql['update']>['set']>[0]): Promise<boolean> {
    const changed = await this.database.sql
      .update(jobs)
      .set(values)
      .where(and(eq(jobs.id, job.id), eq(jobs.lease, job.lease), eq(jobs.state, 'running')))
      .returning({ id: jobs.id });
    return changed.length > 0;
  }
}
