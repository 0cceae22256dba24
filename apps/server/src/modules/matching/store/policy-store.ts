import { Injectable } from '@nestjs/common';
import type { Policy } from '@tailcamp/contracts';
import { and, eq } from 'drizzle-orm';
import { Database, type Sql } from '../../../platform/database/index.js';
import { policies } from './tables.js';

export interface SavedPolicy {
  policy: Policy;
  version: number;
}

@Injectable()
export class PolicyStore {
  constructor(private readonly database: Database) {}

  async find(campId: string, sql: Sql = this.database.sql): Promise<SavedPolicy | null> {
    const [row] = await sql.select().from(policies).where(eq(policies.campId, campId));
    return row === undefined ? null : { policy: row.policy, version: row.version };
  }

  /** Only if it still has `version`, 0 for none yet. @returns whether it had */
  async save(tx: Sql, campId: string, policy: Policy, version: number, updatedAt: Date): Promise<boolean> {
    const row = { policy, version: version + 1, updatedAt };
    const saved =
      version === 0
        ? await tx
            .insert(policies)
            .values({ campId, ...row })
            .onConflictDoNothing()
            .returning({ campId: policies.campId })
        : await tx
            .update(policies)
            .set(row)
            .where(and(eq(policies.campId, campId), eq(policies.version, version)))
            .returning({ campId: policies.campId });
    return saved.length > 0;
  }

  async remove(tx: Sql, campId: string): Promise<void> {
    await tx.delete(policies).where(eq(policies.campId, campId));
  }
}
