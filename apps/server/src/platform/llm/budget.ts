import { and, eq, sql as raw } from 'drizzle-orm';
import type { Clock } from '../../kernel/clock.js';
import type { Database, Sql } from '../database/index.js';
import { BudgetExceeded, type ModelAsk } from './language-model.js';
import { modelUse } from './tables.js';

export interface Budgets {
  /** Tokens a day (UTC), of input and output together. */
  user: number;
  camp: number;
}

const DAY = 86_400_000;

/** Holds people and camps to their tokens of the day. */
export class TokenBudget {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly budgets: Budgets,
  ) {}

  /**
   * Takes what an ask may cost at most out of the budgets, before it is made: so that many at once do not pass them.
   * @returns settles it with what it did cost; to be called whatever came of it
   * @throws {BudgetExceeded}
   */
  async reserve({ payer, prompt }: ModelAsk, most: number): Promise<(spent: number) => Promise<void>> {
    const now = this.clock.now();
    const day = now.toISOString().slice(0, 10);
    const resetAt = new Date(Date.parse(day) + DAY);
    await this.database.transaction(async (tx) => {
      // One after the other within a camp, so that two who ask at once both count.
      await tx.execute(raw`SELECT pg_advisory_xact_lock(hashtextextended(${`model ${payer.campId}`}, 0))`);
      const { mine, camp } = await this.spent(tx, day, payer);
      if (mine + most > this.budgets.user) throw new BudgetExceeded('user', resetAt);
      if (camp + most > this.budgets.camp) throw new BudgetExceeded('camp', resetAt);
      await tx
        .insert(modelUse)
        .values({ day, ...payer, tokens: most, asks: 1, prompt })
        .onConflictDoUpdate({
          target: [modelUse.day, modelUse.userId, modelUse.campId],
          set: { tokens: raw`${modelUse.tokens} + ${most}`, asks: raw`${modelUse.asks} + 1`, prompt },
        });
    });
    return async (spent) => {
      await this.database.sql
        .update(modelUse)
        .set({ tokens: raw`${modelUse.tokens} + ${spent - most}` })
        .where(and(eq(modelUse.day, day), eq(modelUse.userId, payer.userId), eq(modelUse.campId, payer.campId)));
    };
  }

  private async spent(tx: Sql, day: string, { userId, campId }: ModelAsk['payer']) {
    const [row] = await tx
      .select({
        mine: raw<number>`coalesce(sum(${modelUse.tokens}) filter (where ${eq(modelUse.userId, userId)}), 0)::int`,
        camp: raw<number>`coalesce(sum(${modelUse.tokens}) filter (where ${eq(modelUse.campId, campId)}), 0)::int`,
      })
      .from(modelUse)
      .where(and(eq(modelUse.day, day), raw`(${eq(modelUse.userId, userId)} or ${eq(modelUse.campId, campId)})`));
    return { mine: row?.mine ?? 0, camp: row?.camp ?? 0 };
  }
}
