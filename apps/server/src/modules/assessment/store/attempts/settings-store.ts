import { Injectable } from '@nestjs/common';
import type { AssessmentSettings, SharedWith } from '@tailcamp/contracts';
import { and, eq, inArray } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { accommodations, assessmentSettings, profileSharing } from './tables.js';

/** What stands under a version; 0 before anybody saved it. */
export interface Saved<T> {
  value: T;
  version: number;
}

/** How camps assess, who has more time, and who sees whose profile. */
@Injectable()
export class SettingsStore {
  constructor(private readonly database: Database) {}

  async settings(campId: string, sql: Sql = this.database.sql): Promise<Saved<AssessmentSettings> | null> {
    const [row] = await sql.select().from(assessmentSettings).where(eq(assessmentSettings.campId, campId));
    return row === undefined ? null : { value: row.settings, version: row.version };
  }

  /** @returns whether `version` was the one that stood */
  async saveSettings(tx: Sql, campId: string, settings: AssessmentSettings, version: number): Promise<boolean> {
    const next = { campId, settings, version: version + 1 };
    const rows =
      version === 0
        ? await tx.insert(assessmentSettings).values(next).onConflictDoNothing().returning()
        : await tx
            .update(assessmentSettings)
            .set(next)
            .where(and(eq(assessmentSettings.campId, campId), eq(assessmentSettings.version, version)))
            .returning();
    return rows.length === 1;
  }

  /** Member → how many times longer they have; 1 is not kept apart from nobody having said so. */
  async timeFactors(campId: string, sql: Sql = this.database.sql): Promise<Map<string, Saved<number>>> {
    const rows = await sql.select().from(accommodations).where(eq(accommodations.campId, campId));
    return new Map(rows.map(({ memberId, timeFactor, version }) => [memberId, { value: timeFactor, version }]));
  }

  /** @returns whether `version` was the one that stood */
  async accommodate(tx: Sql, campId: string, memberId: string, timeFactor: number, version: number): Promise<boolean> {
    const next = { campId, memberId, timeFactor, version: version + 1 };
    const rows =
      version === 0
        ? await tx.insert(accommodations).values(next).onConflictDoNothing().returning()
        : await tx
            .update(accommodations)
            .set(next)
            .where(
              and(
                eq(accommodations.campId, campId),
                eq(accommodations.memberId, memberId),
                eq(accommodations.version, version),
              ),
            )
            .returning();
    return rows.length === 1;
  }

  /** Member → with whom they share their profile, for those who chose. */
  async sharing(memberIds: readonly string[], sql: Sql = this.database.sql): Promise<Map<string, Saved<SharedWith>>> {
    if (memberIds.length === 0) return new Map();
    const rows = await sql
      .select()
      .from(profileSharing)
      .where(inArray(profileSharing.memberId, [...memberIds]));
    return new Map(rows.map((row) => [row.memberId, { value: row.with, version: row.version }]));
  }

  /** @returns whether `version` was the one that stood */
  async share(tx: Sql, campId: string, memberId: string, shared: SharedWith, version: number): Promise<boolean> {
    const next = { campId, memberId, with: shared, version: version + 1 };
    const rows =
      version === 0
        ? await tx.insert(profileSharing).values(next).onConflictDoNothing().returning()
        : await tx
            .update(profileSharing)
            .set(next)
            .where(and(eq(profileSharing.memberId, memberId), eq(profileSharing.version, version)))
            .returning();
    return rows.length === 1;
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(assessmentSettings).where(eq(assessmentSettings.campId, campId));
    await tx.delete(accommodations).where(eq(accommodations.campId, campId));
    await tx.delete(profileSharing).where(eq(profileSharing.campId, campId));
  }

  async removeMember(tx: Sql, memberId: string): Promise<void> {
    await tx.delete(accommodations).where(eq(accommodations.memberId, memberId));
    await tx.delete(profileSharing).where(eq(profileSharing.memberId, memberId));
  }
}
