import { Injectable } from '@nestjs/common';
import type { Template } from '@tailcamp/contracts';
import { eq } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { projectTemplates } from './tables.js';

export interface SavedTemplate {
  template: Template;
  version: number;
}

@Injectable()
export class TemplateStore {
  constructor(private readonly database: Database) {}

  async find(campId: string, sql: Sql = this.database.sql): Promise<SavedTemplate | null> {
    const [row] = await sql.select().from(projectTemplates).where(eq(projectTemplates.campId, campId));
    return row ?? null;
  }

  async lock(tx: Sql, campId: string): Promise<SavedTemplate | null> {
    const [row] = await tx.select().from(projectTemplates).where(eq(projectTemplates.campId, campId)).for('update');
    return row ?? null;
  }

  /** @returns whether it was written: not where there is none to change, or one already */
  async save(tx: Sql, campId: string, { template, version }: SavedTemplate): Promise<boolean> {
    const written =
      version === 1
        ? await tx.insert(projectTemplates).values({ campId, template, version }).onConflictDoNothing().returning()
        : await tx
            .update(projectTemplates)
            .set({ template, version })
            .where(eq(projectTemplates.campId, campId))
            .returning();
    return written.length > 0;
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(projectTemplates).where(eq(projectTemplates.campId, campId));
  }
}
