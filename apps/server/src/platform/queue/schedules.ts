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
  /** Nothing is due before, by `performance.now()`: others only ever move a turn on. */
  private nextLook = 0;

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
    if (this.all.length === 0) return null;
    if (performance.now() < this.nextLook) return this.nextLook - performance.now();
    const waits = await this.waits();
    for (const { name, everyMs, act } of this.all) {
      if ((waits.get(name) ?? 0) > 0) continue;
      await this.database.transaction(async (tx) => {
        const mine = await tx
          .update(jobSchedules)
          .set({ nextAt: sql`now() + ${everyMs} * interval '1 millisecond'` })
          .where(and(eq(jobSchedules.name, name), lte(jobSchedules.nextAt, sql`now()`)))
          .returning({ name: jobSchedules.name });
        if (mine.length > 0) await act(tx);
      });
      waits.set(name, everyMs);
    }
    const wait = Math.max(0, Math.min(...waits.values()));
    this.nextLook = performance.now() + wait;
    return wait;
  }

  private async waits(): Promise<Map<string, number>> {
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
