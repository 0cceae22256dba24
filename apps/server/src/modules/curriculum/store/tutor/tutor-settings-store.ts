import { Injectable } from '@nestjs/common';
import type { TutorSettings } from '@tailcamp/contracts';
import { and, eq } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { tutorSettings } from './tables.js';

/** Before anybody has saved any: conversations are nobody else's. */
const UNTOLD: TutorSettings = { staffMayRead: false };

/** Who may read conversations of a camp. */
@Injectable()
export class TutorSettingsStore {
  constructor(private readonly database: Database) {}

  async of(campId: string, sql: Sql = this.database.sql): Promise<{ settings: TutorSettings; version: number }> {
    const [row] = await sql.select().from(tutorSettings).where(eq(tutorSettings.campId, campId));
    return { settings: row?.settings ?? UNTOLD, version: row?.version ?? 0 };
  }

  /** @returns whether `version` was the one that stood; 0 where there was none */
  async save(tx: Sql, campId: string, settings: TutorSettings, version: number): Promise<boolean> {
    const next = { campId, settings, version: version + 1 };
    const rows =
      version === 0
        ? await tx.insert(tutorSettings).values(next).onConflictDoNothing().returning()
        : await tx
            .update(tutorSettings)
            .set(next)
            .where(and(eq(tutorSettings.campId, campId), eq(tutorSettings.version, version)))
            .returning();
    return rows.length === 1;
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(tutorSettings).where(eq(tutorSettings.campId, campId));
  }
}
