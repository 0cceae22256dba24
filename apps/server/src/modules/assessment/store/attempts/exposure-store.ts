import { Injectable } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { exposureControls } from './tables.js';

/** How often each question of a bank may be asked. */
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
}
