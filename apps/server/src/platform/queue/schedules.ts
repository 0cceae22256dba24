import { and, eq, lte, sql } from 'drizzle-orm';
import type { Database, Sql } from '../database/index.js';
import { jobSchedules } from './tables.js';

interface Recurring {
  name: string;
  everyMs: number;
  /** What is done in the turn, in the transaction that takes it. */
  act: (tx: Sql) => Promise<void>;
}

/** What is done again and again, once each time however many processes there are: a row for each says when. */
export class Schedules {
  private readonly all: Recurring[] = [];

  constructor(private readonly database: Database) {}

  add(recurring: Recurring): void {
    if (this.all.some(({ name }) => name === recurring.name)) throw new Error(`${recurring.name} is scheduled already`);
    this.all.push(recurring);
  }

  /** Writes the rows; a schedule that has become shorter counts from now, a new one is due at once. */
  async register(): Promise<void> {
    for (const { name, everyMs } of this.all) {
      const sooner = sql`least(${jobSchedules.nextAt}, now() + ${everyMs} * interval '1 millisecond')`;
      await this.database.sql
        .insert(jobSchedules)
        .values({ name, everyMs })
        .onConflictDoUpdate({ target: jobSchedules.name, set: { everyMs, nextAt: sooner } });
    }
  }

  /** Does what is due and not done by another. @returns milliseconds until the next is due, null without any */
  async turn(): Promise<number | null> {
    for (const { name, everyMs, act } of await this.due()) {
      await this.database.transaction(async (tx) => {
        const mine = await tx
          .update(jobSchedules)
          .set({ nextAt: sql`now() + ${everyMs} * interval '1 millisecond'` })
          .where(and(eq(jobSchedules.name, name), lte(jobSchedules.nextAt, sql`now()`)))
          .returning({ name: jobSchedules.name });
        if (mine.length > 0) await act(tx);
      });
    }
    const waits = [...(await this.waits()).values()];
    return waits.length === 0 ? null : Math.max(0, Math.min(...waits));
  }

  private async due(): Promise<Recurring[]> {
    if (this.all.length === 0) return [];
    const waits = await this.waits();
    return this.all.filter(({ name }) => (waits.get(name) ?? 0) <= 0);
  }

  private async waits(): Promise<Map<string, number>> {
    if (this.all.length === 0) return new Map();
    const rows = await this.database.sql
      .select({
        name: jobSchedules.name,
        ms: sql<number>`(extract(epoch from ${jobSchedules.nextAt} - clock_timestamp()) * 1000)::float8`,
      })
      .from(jobSchedules);
    const mine = new Set(this.all.map(({ name }) => name));
    return new Map(rows.filter(({ name }) => mine.has(name)).map(({ name, ms }) => [name, ms]));
  }
}
