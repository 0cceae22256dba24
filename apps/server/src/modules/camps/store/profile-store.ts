import { Injectable } from '@nestjs/common';
import { Profile } from '@tailcamp/contracts';
import { and, eq, inArray } from 'drizzle-orm';
import { Cipher, type Sealed } from '../../../platform/cipher/index.js';
import type { Sql } from '../../../platform/database/index.js';
import { profiles } from './tables.js';

export interface SavedProfile {
  profile: Profile;
  version: number;
}

@Injectable()
export class ProfileStore {
  constructor(private readonly cipher: Cipher) {}

  async find(sql: Sql, userId: string): Promise<SavedProfile | null> {
    const [row] = await sql.select().from(profiles).where(eq(profiles.userId, userId));
    return row ? { profile: this.open(userId, row.profile), version: row.version } : null;
  }

  async findAll(sql: Sql, userIds: readonly string[]): Promise<Map<string, Profile>> {
    if (userIds.length === 0) return new Map();
    const rows = await sql
      .select()
      .from(profiles)
      .where(inArray(profiles.userId, [...userIds]));
    return new Map(rows.map(({ userId, profile }) => [userId, this.open(userId, profile)]));
  }

  /** Only if it still has `version`, 0 for none yet. @returns whether it had */
  async save(tx: Sql, userId: string, profile: Profile, version: number, now: Date): Promise<boolean> {
    const row = { profile: this.seal(userId, profile), version: version + 1, updatedAt: now };
    const saved =
      version === 0
        ? await tx
            .insert(profiles)
            .values({ userId, ...row })
            .onConflictDoNothing()
            .returning({ userId: profiles.userId })
        : await tx
            .update(profiles)
            .set(row)
            .where(and(eq(profiles.userId, userId), eq(profiles.version, version)))
            .returning({ userId: profiles.userId });
    return saved.length > 0;
  }

  async insertAll(tx: Sql, all: ReadonlyMap<string, Profile>, now: Date): Promise<void> {
    const rows = [...all].map(([userId, profile]) => ({
      userId,
      profile: this.seal(userId, profile),
      version: 1,
      updatedAt: now,
    }));
    if (rows.length > 0) await tx.insert(profiles).values(rows);
  }

  async remove(tx: Sql, userId: string): Promise<void> {
    await tx.delete(profiles).where(eq(profiles.userId, userId));
  }

  private seal(userId: string, profile: Profile): Sealed {
    return this.cipher.seal({ column: 'profiles.profile', row: userId }, JSON.stringify(profile));
  }

  private open(userId: string, sealed: Sealed): Profile {
    return Profile.parse(JSON.parse(this.cipher.open({ column: 'profiles.profile', row: userId }, sealed)));
  }
}
