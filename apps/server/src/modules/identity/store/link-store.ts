import { Injectable } from '@nestjs/common';
import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Sql } from '../../../platform/database/index.js';
import { signInLinks } from './tables.js';

/** One-time sign-in links in the database. */
@Injectable()
export class LinkStore {
  async insert(sql: Sql, link: { hash: string; userId: string; expiresAt: Date }): Promise<void> {
    await sql.insert(signInLinks).values(link);
  }

  /** Spends a link, in one statement, so that it works once however many show it at the same time. */
  async spend(sql: Sql, hash: string, now: Date): Promise<string | null> {
    const [row] = await sql
      .update(signInLinks)
      .set({ usedAt: now })
      .where(and(eq(signInLinks.hash, hash), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now)))
      .returning({ userId: signInLinks.userId });
    return row?.userId ?? null;
  }

  async forgetExpired(sql: Sql, before: Date): Promise<void> {
    await sql.delete(signInLinks).where(lt(signInLinks.expiresAt, before));
  }
}
