import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Database, Sql } from '../database/index.js';
import { outbox, outboxTopics } from './tables.js';

export type OutboxRow = typeof outbox.$inferSelect;

const inMs = (ms: number) => sql`now() + ${ms} * interval '1 millisecond'`;

/** The SQL of the outbox. A topic is held by at most one relay, by a lease in the database's time. */
export class OutboxStore {
  constructor(
    private readonly database: Database,
    private readonly holder: string,
    private readonly leaseMs: number,
  ) {}

  async put(tx: Sql, topic: string, payload: unknown): Promise<void> {
    await tx.insert(outbox).values({ topic, payload });
  }

  async register(topics: string[]): Promise<void> {
    if (topics.length === 0) return;
    await this.database.sql
      .insert(outboxTopics)
      .values(topics.map((topic) => ({ topic })))
      .onConflictDoNothing();
    // Nobody else can be alive in an embedded database: what a dead process held is free.
    if (this.database.kind === 'embedded') {
      await this.database.sql.update(outboxTopics).set({ holder: null, heldUntil: null });
    }
  }

  /** Takes those of `topics` that have something to tell, are due, and are held by nobody alive. */
  async hold(topics: string[]): Promise<string[]> {
    if (topics.length === 0) return [];
    const due = this.database.sql
      .select({ topic: outboxTopics.topic })
      .from(outboxTopics)
      .where(
        and(
          inArray(outboxTopics.topic, topics),
          sql`coalesce(${outboxTopics.notBefore} <= now(), true)`,
          sql`coalesce(${outboxTopics.heldUntil} < now(), true)`,
          sql`exists (select 1 from ${outbox} where ${outbox.topic} = ${outboxTopics.topic})`,
        ),
      )
      .orderBy(asc(outboxTopics.topic))
      .for('update', { skipLocked: true });
    const held = await this.database.sql
      .update(outboxTopics)
      .set({ holder: this.holder, heldUntil: inMs(this.leaseMs) })
      .where(inArray(outboxTopics.topic, due))
      .returning({ topic: outboxTopics.topic });
    return held.map((row) => row.topic);
  }

  /** @returns false when another holds the topic by now */
  async extend(topic: string): Promise<boolean> {
    const kept = await this.database.sql
      .update(outboxTopics)
      .set({ heldUntil: inMs(this.leaseMs) })
      .where(this.mine(topic))
      .returning({ topic: outboxTopics.topic });
    return kept.length > 0;
  }

  next(topic: string, limit: number): Promise<OutboxRow[]> {
    return this.database.sql.select().from(outbox).where(eq(outbox.topic, topic)).orderBy(asc(outbox.id)).limit(limit);
  }

  async delivered(ids: number[]): Promise<void> {
    if (ids.length > 0) await this.database.sql.delete(outbox).where(inArray(outbox.id, ids));
  }

  async release(topic: string): Promise<void> {
    await this.database.sql
      .update(outboxTopics)
      .set({ holder: null, heldUntil: null, failures: 0, notBefore: null, failedId: null, error: null })
      .where(this.mine(topic));
  }

  /** Releases a topic until its backoff is over. */
  async postpone(topic: string, failedId: number, error: string, failures: number, ms: number): Promise<void> {
    await this.database.sql
      .update(outboxTopics)
      .set({ holder: null, heldUntil: null, failures, notBefore: inMs(ms), failedId, error })
      .where(this.mine(topic));
  }

  async failures(topic: string): Promise<number> {
    const [row] = await this.database.sql
      .select({ failures: outboxTopics.failures })
      .from(outboxTopics)
      .where(eq(outboxTopics.topic, topic));
    return row?.failures ?? 0;
  }

  private mine(topic: string) {
    return and(eq(outboxTopics.topic, topic), eq(outboxTopics.holder, this.holder));
  }
}
