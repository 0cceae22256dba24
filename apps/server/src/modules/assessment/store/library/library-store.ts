import { Injectable } from '@nestjs/common';
import { type Item, type Skill, SkillLevel, type Track } from '@tailcamp/contracts';
import { and, asc, eq, getTableColumns, inArray, isNull, or, sql as raw, type SQL } from 'drizzle-orm';
import { newId } from '../../../../kernel/id.js';
import { Database, rowsOf, type Sql } from '../../../../platform/database/index.js';
import { items, itemVersions, shippedContent, skills, skillTracks } from './tables.js';

export type TrackRow = typeof skillTracks.$inferSelect;
export type SkillRow = typeof skills.$inferSelect;
export type ItemRow = typeof items.$inferSelect;

/** Whose something is, null for the library; and of which shipped state, null for what somebody else brought. */
export interface Provenance {
  campId: string | null;
  shippedHash: string | null;
}

/** Who changed a question, and when. */
export interface Change {
  byUser: string | null;
  at: Date;
}

/** Fewer than the 65,535 parameters that one statement of PostgreSQL takes. */
const ROWS_A_STATEMENT = 1000;

/** Tracks, skills and questions: the library's, and those of a camp that stand in their place. */
@Injectable()
export class LibraryStore {
  constructor(private readonly database: Database) {}

  /** As a camp sees them; with null the library alone. By name. */
  async tracks(campId: string | null, sql: Sql = this.database.sql): Promise<TrackRow[]> {
    return sql
      .selectDistinctOn([skillTracks.slug])
      .from(skillTracks)
      .where(seenBy(skillTracks.campId, campId))
      .orderBy(asc(skillTracks.slug), asc(skillTracks.campId));
  }

  async skills(campId: string | null, sql: Sql = this.database.sql): Promise<SkillRow[]> {
    return sql
      .selectDistinctOn([skills.slug])
      .from(skills)
      .where(seenBy(skills.campId, campId))
      .orderBy(asc(skills.slug), asc(skills.campId));
  }

  /** Of the library and of all camps. */
  async everySkill(): Promise<SkillRow[]> {
    return this.database.sql.select().from(skills).orderBy(asc(skills.id));
  }

  /** Of the library and of all camps. */
  async everyItem(): Promise<ItemRow[]> {
    return this.database.sql.select().from(items).orderBy(asc(items.id));
  }

  /** Another one after whatever change of skills and questions. */
  async mark(): Promise<string> {
    const of = (table: typeof skills | typeof items, state: SQL) =>
      raw`(SELECT md5(string_agg(id || '@' || version || ${state}, ' ' ORDER BY id)) FROM ${table})`;
    const marks = raw`SELECT concat(${of(skills, raw`''`)}, ' ', ${of(items, raw`state`)}) AS mark`;
    const [row] = await rowsOf<{ mark: string }>(this.database.sql.execute(marks));
    return row?.mark ?? '';
  }

  /** Retired ones too. @param ofSkills only theirs */
  async items(campId: string | null, ofSkills?: readonly string[], sql: Sql = this.database.sql): Promise<ItemRow[]> {
    const seen = sql
      .selectDistinctOn([items.slug], { id: items.id, skill: items.skill })
      .from(items)
      .where(seenBy(items.campId, campId))
      .orderBy(asc(items.slug), asc(items.campId))
      .as('seen');
    return sql
      .select(getTableColumns(items))
      .from(items)
      .innerJoin(seen, eq(seen.id, items.id))
      .where(ofSkills === undefined ? undefined : inArray(seen.skill, [...ofSkills]))
      .orderBy(asc(items.slug));
  }

  /** The questions that may be asked, without what they ask: enough to count them. */
  async asked(
    campId: string | null,
    sql: Sql = this.database.sql,
  ): Promise<Pick<ItemRow, 'slug' | 'skill' | 'kind'>[]> {
    const { slug, skill, kind, state } = items;
    const rows = await sql
      .selectDistinctOn([slug], { slug, skill, kind, state })
      .from(items)
      .where(seenBy(items.campId, campId))
      .orderBy(asc(slug), asc(items.campId));
    return rows.filter((row) => row.state === 'active');
  }

  async item(id: string, sql: Sql = this.database.sql): Promise<ItemRow | null> {
    const [row] = await sql.select().from(items).where(eq(items.id, id));
    return row ?? null;
  }

  /** A question as it was in one of its versions. */
  async version(itemId: string, version: number, sql: Sql = this.database.sql): Promise<Item> {
    const of = and(eq(itemVersions.itemId, itemId), eq(itemVersions.version, version));
    const [row] = await sql.select().from(itemVersions).where(of);
    if (row === undefined) throw new Error(`Version ${version} of question ${itemId} is gone`);
    return row.item;
  }

  /** What is the camp's, or the library's, by name. */
  async own(campId: string | null, sql: Sql): Promise<{ tracks: TrackRow[]; skills: SkillRow[]; items: ItemRow[] }> {
    return {
      tracks: await sql.select().from(skillTracks).where(ownedBy(skillTracks.campId, campId)),
      skills: await sql.select().from(skills).where(ownedBy(skills.campId, campId)),
      items: await sql.select().from(items).where(ownedBy(items.campId, campId)),
    };
  }

  async putTrack(
    tx: Sql,
    { campId, shippedHash }: Provenance,
    { id: slug, title, description, domains }: Omit<Track, 'skills'>,
  ): Promise<void> {
    await tx
      .insert(skillTracks)
      .values({ id: newId(), campId, slug, shippedHash, version: 1, title, description, domains })
      .onConflictDoUpdate({
        target: [skillTracks.campId, skillTracks.slug],
        set: { shippedHash, title, description, domains, version: raw`${skillTracks.version} + 1` },
      });
  }

  async putSkills(
    tx: Sql,
    campId: string | null,
    given: readonly { skill: Skill; track: string; shippedHash: string | null }[],
  ): Promise<void> {
    for (let from = 0; from < given.length; from += ROWS_A_STATEMENT) {
      await tx
        .insert(skills)
        .values(
          given.slice(from, from + ROWS_A_STATEMENT).map(({ skill: { id: slug, ...skill }, track, shippedHash }) => ({
            id: newId(),
            campId,
            slug,
            track,
            shippedHash,
            version: 1,
            ...skill,
          })),
        )
        .onConflictDoUpdate({
          target: [skills.campId, skills.slug],
          set: {
            shippedHash: raw`excluded.shipped_hash`,
            track: raw`excluded.track`,
            title: raw`excluded.title`,
            domain: raw`excluded.domain`,
            level: raw`excluded.level`,
            description: raw`excluded.description`,
            requires: raw`excluded.requires`,
            version: raw`${skills.version} + 1`,
          },
        });
    }
  }

  /**
   * Adds questions or changes those of the same name; each such change is a version. A camp's copy goes on from the version
   * of the library's, so that whoever has seen that one is told when they come later.
   */
  async putItems(
    tx: Sql,
    campId: string | null,
    given: readonly { item: Item; shippedHash: string | null }[],
    { byUser, at }: Change,
  ): Promise<ItemRow[]> {
    const written: ItemRow[] = [];
    for (let from = 0; from < given.length; from += ROWS_A_STATEMENT) {
      const rows = await tx
        .insert(items)
        .values(
          given.slice(from, from + ROWS_A_STATEMENT).map(({ item, shippedHash }) => ({
            id: newId(),
            campId,
            slug: item.id,
            shippedHash,
            version: raw<number>`coalesce((
              select library.version from ${items} library where library.camp_id is null and library.slug = ${item.id}
            ), 0) + 1`,
            skill: item.skill,
            kind: item.kind,
            item,
            state: 'active' as const,
          })),
        )
        .onConflictDoUpdate({
          target: [items.campId, items.slug],
          set: {
            shippedHash: raw`excluded.shipped_hash`,
            skill: raw`excluded.skill`,
            kind: raw`excluded.kind`,
            item: raw`excluded.item`,
            state: raw`excluded.state`,
            version: raw`${items.version} + 1`,
          },
        })
        .returning();
      await tx
        .insert(itemVersions)
        .values(rows.map(({ id: itemId, version, item }) => ({ itemId, version, item, byUser, at })));
      written.push(...rows);
    }
    return written;
  }

  /** Skill → its questions in use, as a camp sees them. */
  async itemCounts(campId: string | null, sql: Sql = this.database.sql): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const { skill } of await this.asked(campId, sql)) counts.set(skill, (counts.get(skill) ?? 0) + 1);
    return counts;
  }

  /** Question → its skill, of those in use, as a camp sees them. */
  async skillOfItem(campId: string | null, sql: Sql = this.database.sql): Promise<ReadonlyMap<string, string>> {
    const seen = sql
      .selectDistinctOn([items.slug], { slug: items.slug, skill: items.skill, state: items.state })
      .from(items)
      .where(seenBy(items.campId, campId))
      .orderBy(asc(items.slug), asc(items.campId));
    return new Map((await seen).flatMap(({ slug, skill, state }) => (state === 'active' ? [[slug, skill]] : [])));
  }

  /** Changes of a camp's skills come one after the other: a graph is looked at whole before it is changed. */
  async lockCamp(tx: Sql, campId: string): Promise<void> {
    await tx.execute(raw`SELECT pg_advisory_xact_lock(hashtextextended(${`skills ${campId}`}, 0))`);
  }

  async setState(tx: Sql, ids: readonly string[], state: ItemRow['state']): Promise<void> {
    if (ids.length > 0)
      await tx
        .update(items)
        .set({ state })
        .where(inArray(items.id, [...ids]));
  }

  async removeSkills(tx: Sql, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.delete(skills).where(inArray(skills.id, [...ids]));
  }

  async removeTracks(tx: Sql, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.delete(skillTracks).where(inArray(skillTracks.id, [...ids]));
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(items).where(eq(items.campId, campId));
    await tx.delete(skills).where(eq(skills.campId, campId));
    await tx.delete(skillTracks).where(eq(skillTracks.campId, campId));
  }

  /** The state of the shipped content that the library has, held until the end of the transaction; null for none yet. */
  async lockShipped(tx: Sql): Promise<string | null> {
    await tx.insert(shippedContent).values({ id: 'shipped', hash: '' }).onConflictDoNothing();
    const [row] = await tx.select().from(shippedContent).for('update');
    return row?.hash || null;
  }

  async shipped(): Promise<string | null> {
    const [row] = await this.database.sql.select().from(shippedContent);
    return row?.hash || null;
  }

  async setShipped(tx: Sql, hash: string): Promise<void> {
    await tx.update(shippedContent).set({ hash });
  }
}

export const skillOf = ({ slug: id, title, domain, level, description, requires }: SkillRow): Skill => ({
  id,
  title,
  domain,
  level: SkillLevel.parse(level),
  description,
  requires,
});

type CampColumn = typeof items.campId | typeof skills.campId | typeof skillTracks.campId;
const ownedBy = (column: CampColumn, campId: string | null) => (campId === null ? isNull(column) : eq(column, campId));
/** In `order by name, camp` the camp's own comes first, as nulls are last. */
const seenBy = (column: CampColumn, campId: string | null) =>
  campId === null ? isNull(column) : or(isNull(column), eq(column, campId));
