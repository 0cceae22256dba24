import { Injectable } from '@nestjs/common';
import type { Role } from '@tailcamp/contracts';
import { and, eq, gt, inArray, isNull, lt, sql as raw } from 'drizzle-orm';
import { newId } from '../../../kernel/id.js';
import { Cipher } from '../../../platform/cipher/index.js';
import type { Sql } from '../../../platform/database/index.js';
import { type Family, SESSION_LIFETIME_MS } from '../domain/refresh.js';
import { refreshTokens, sessions, users } from './tables.js';

export interface ShownToken {
  generation: number;
  session: Family & { id: string; userId: string };
}

/** Sessions and the families of refresh tokens in the database. */
@Injectable()
export class SessionStore {
  constructor(private readonly cipher: Cipher) {}

  async open(sql: Sql, userId: string, ip: string, now: Date): Promise<{ id: string; expiresAt: Date }> {
    const session = { id: newId(), expiresAt: new Date(now.getTime() + SESSION_LIFETIME_MS) };
    const addressIndex = this.addressIndex(ip);
    await sql.insert(sessions).values({ ...session, userId, addressIndex, rotatedAt: now, createdAt: now });
    return session;
  }

  async addToken(sql: Sql, sessionId: string, generation: number, hash: string): Promise<void> {
    await sql.insert(refreshTokens).values({ hash, sessionId, generation });
  }

  /** The token and its session, which stays locked until the end of the transaction. */
  async lockByToken(tx: Sql, hash: string): Promise<ShownToken | null> {
    const [row] = await tx
      .select({ generation: refreshTokens.generation, session: sessions })
      .from(refreshTokens)
      .innerJoin(sessions, eq(sessions.id, refreshTokens.sessionId))
      .where(eq(refreshTokens.hash, hash))
      .for('update', { of: sessions });
    return row ?? null;
  }

  async moveOn(tx: Sql, sessionId: string, now: Date): Promise<void> {
    const next = { generation: raw`${sessions.generation} + 1`, rotatedAt: now };
    await tx.update(sessions).set(next).where(eq(sessions.id, sessionId));
  }

  /** Who stands behind a session that has not ended, with the role of now. */
  async standing(sql: Sql, id: string, now: Date): Promise<{ userId: string; role: Role; expiresAt: Date } | null> {
    const [row] = await sql
      .select({ userId: users.id, role: users.role, expiresAt: sessions.expiresAt })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(
        and(eq(sessions.id, id), isNull(sessions.endedAt), gt(sessions.expiresAt, now), eq(users.disabled, false)),
      );
    return row ?? null;
  }

  async end(sql: Sql, id: string, now: Date): Promise<void> {
    await sql
      .update(sessions)
      .set({ endedAt: now })
      .where(and(eq(sessions.id, id), isNull(sessions.endedAt)));
  }

  /** @returns the ids of the sessions that stood until now */
  async endAllOf(sql: Sql, userIds: readonly string[], now: Date): Promise<string[]> {
    if (userIds.length === 0) return [];
    const ended = await sql
      .update(sessions)
      .set({ endedAt: now })
      .where(and(inArray(sessions.userId, [...userIds]), isNull(sessions.endedAt), gt(sessions.expiresAt, now)))
      .returning({ id: sessions.id });
    return ended.map(({ id }) => id);
  }

  /** Whether the person has ever opened a session from this address (of those that are kept). */
  async knowsAddress(sql: Sql, userId: string, ip: string): Promise<boolean> {
    const here = and(eq(sessions.userId, userId), eq(sessions.addressIndex, this.addressIndex(ip)));
    return (await sql.select({ id: sessions.id }).from(sessions).where(here).limit(1)).length > 0;
  }

  /** Forgets sessions, and their tokens, that expired before a moment. */
  async forgetExpired(sql: Sql, before: Date): Promise<void> {
    await sql.delete(sessions).where(lt(sessions.expiresAt, before));
  }

  private addressIndex(ip: string): string {
    return this.cipher.blindIndex('sessions.address', ip);
  }
}
