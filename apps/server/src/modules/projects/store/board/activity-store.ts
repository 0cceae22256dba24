import { Injectable } from '@nestjs/common';
import type { Activity } from '@tailcamp/contracts';
import { and, desc, eq, lt } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { projectActivity } from './tables.js';

@Injectable()
export class ActivityStore {
  constructor(private readonly database: Database) {}

  async add(tx: Sql, groupId: string, { at, ...done }: Activity): Promise<void> {
    await tx.insert(projectActivity).values({ ...done, at: new Date(at), groupId });
  }

  /** The last first. @param before an id; null for the newest */
  async list(groupId: string, before: string | null, limit: number): Promise<Activity[]> {
    const older = before === null ? undefined : lt(projectActivity.id, before);
    const rows = await this.database.sql
      .select()
      .from(projectActivity)
      .where(and(eq(projectActivity.groupId, groupId), older))
      .orderBy(desc(projectActivity.id))
      .limit(limit);
    return rows.map(({ groupId: _, at, ...done }) => ({ ...done, at: at.toISOString() }));
  }
}
