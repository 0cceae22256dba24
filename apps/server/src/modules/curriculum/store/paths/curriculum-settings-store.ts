import { Injectable } from '@nestjs/common';
import type { CurriculumSettings } from '@tailcamp/contracts';
import { and, eq } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { curriculumSettings } from './tables.js';

/** Before anybody has saved any. */
const UNTOLD: CurriculumSettings = { minutesPerWeek: 240, project: [] };

/** What the paths of a camp begin with. */
@Injectable()
export class CurriculumSettingsStore {
  constructor(private readonly database: Database) {}

  async of(campId: string, sql: Sql = this.database.sql): Promise<{ settings: CurriculumSettings; version: number }> {
    const [row] = await sql.select().from(curriculumSettings).where(eq(curriculumSettings.campId, campId));
    return { settings: row?.settings ?? UNTOLD, version: row?.version ?? 0 };
  }

  /** @returns whether `version` was the one that stood; 0 where there was none */
  async save(tx: Sql, campId: string, settings: CurriculumSettings, version: number): Promise<boolean> {
    const next = { campId, settings, version: version + 1 };
    const rows =
      version === 0
        ? await tx.insert(curriculumSettings).values(next).onConflictDoNothing().returning()
        : await tx
            .update(curriculumSettings)
            .set(next)
            .where(and(eq(curriculumSettings.campId, campId), eq(curriculumSettings.version, version)))
            .returning();
    return rows.length === 1;
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(curriculumSettings).where(eq(curriculumSettings.campId, campId));
  }
}
