import { Injectable } from '@nestjs/common';
import type { ItemParameters } from '@tailcamp/contracts';
import { eq } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { campParameters } from '../library/tables.js';
import { exposureControls } from './tables.js';

/** What decides which question is asked besides what learners answer: parameters, and how often each may be asked. */
@Injectable()
export class ExposureStore {
  constructor(private readonly database: Database) {}

  /** Question → its name in the bank → k; null where nobody has worked them out. @param measure hash of the bank */
  async controls(measure: string, sql: Sql = this.database.sql): Promise<Record<string, number> | null> {
    const [row] = await sql.select().from(exposureControls).where(eq(exposureControls.hash, measure));
    return row?.controls ?? null;
  }

  async keep(tx: Sql, measure: string, controls: Record<string, number>): Promise<void> {
    await tx.insert(exposureControls).values({ hash: measure, controls }).onConflictDoNothing();
  }

  /** Question → what the camp's own answers have told of it. */
  async parameters(campId: string | null, sql: Sql = this.database.sql): Promise<Map<string, ItemParameters>> {
    if (campId === null) return new Map();
    const rows = await sql.select().from(campParameters).where(eq(campParameters.campId, campId));
    return new Map(
      rows.map(({ itemId, discrimination, difficulty, guessing }) => [
        itemId,
        { discrimination, difficulty, guessing },
      ]),
    );
  }
}
