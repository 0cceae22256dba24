import { Injectable } from '@nestjs/common';
import type { ContentSource, LessonDraft, LessonState } from '@tailcamp/contracts';
import { and, asc, desc, eq, getTableColumns, inArray, isNull, or, sql as raw, type SQLWrapper } from 'drizzle-orm';
import { newId } from '../../../../kernel/id.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import type { LessonContent } from '../../domain/content/revisions.js';
import type { Change } from './lesson-store.js';
import { lessons, lessonVersions } from './tables.js';

export type VersionRow = typeof lessonVersions.$inferSelect;

/** A lesson with its newest version, as staff of a camp see it. */
export type StandingLesson = Omit<VersionRow, 'lessonId'> & {
  id: string;
  campId: string | null;
  slug: string;
  published: number | null;
};

export interface StudioFilter {
  state?: LessonState | undefined;
  source?: ContentSource | undefined;
  skills?: readonly string[] | undefined;
  search?: string | undefined;
}

const { lessonId: _, ...newest } = getTableColumns(lessonVersions);
const STANDING = {
  ...newest,
  id: lessons.id,
  campId: lessons.campId,
  slug: lessons.slug,
  published: lessons.published,
};

/** Lessons as they are written: in whatever state, with their versions. */
@Injectable()
export class StudioStore {
  constructor(private readonly database: Database) {}

  /** The camp's own in the place of the library's of the same name; by skill and name, from after `after`. */
  async list(
    campId: string,
    filter: StudioFilter,
    after: { skill: string; slug: string } | null,
    limit: number,
  ): Promise<{ rows: StandingLesson[]; total: number }> {
    const seen = this.standing(campId).as('seen');
    const wanted = and(
      filter.state && eq(seen.state, filter.state),
      filter.source && (filter.source === 'camp' ? eq(seen.campId, campId) : isNull(seen.campId)),
      filter.skills && inArray(seen.skill, [...filter.skills]),
      filter.search ? or(holds(seen.title, filter.search), holds(seen.slug, filter.search)) : undefined,
    );
    const rows = await this.database.sql
      .select()
      .from(seen)
      .where(
        and(wanted, after === null ? undefined : raw`(${seen.skill}, ${seen.slug}) > (${after.skill}, ${after.slug})`),
      )
      .orderBy(asc(seen.skill), asc(seen.slug))
      .limit(limit);
    const [counted] = await this.database.sql.select({ total: raw<number>`count(*)::int` }).from(seen).where(wanted);
    return { rows, total: counted?.total ?? 0 };
  }

  /** Of every lesson that the camp sees, what it is about and what state it is in. */
  async states(campId: string): Promise<{ skill: string; state: LessonState }[]> {
    return this.standing(campId);
  }

  async find(campId: string, slug: string): Promise<StandingLesson | null> {
    const [row] = await this.standing(campId, slug);
    return row ?? null;
  }

  /** The same, held until the end of the transaction. */
  async lock(tx: Sql, campId: string, slug: string): Promise<StandingLesson | null> {
    const [row] = await tx
      .select(STANDING)
      .from(lessons)
      .innerJoin(lessonVersions, IS_NEWEST)
      .where(and(eq(lessons.slug, slug), seenBy(campId)))
      .orderBy(asc(lessons.campId))
      .limit(1)
      .for('update');
    return row ?? null;
  }

  /** @returns false when the camp has a lesson of this name */
  async insert(tx: Sql, campId: string, { id: slug, ...content }: LessonDraft, change: Change): Promise<boolean> {
    const id = newId();
    const row = { id, campId, slug, shippedHash: null, version: 1, state: 'draft' as const, published: null };
    const inserted = await tx.insert(lessons).values(row).onConflictDoNothing().returning({ id: lessons.id });
    if (inserted.length === 0) return false;
    await tx.insert(lessonVersions).values({ ...content, ...change, lessonId: id, version: 1, state: 'draft' });
    return true;
  }

  /** A copy of the library's that is the camp's own, with its newest version, and nothing published yet. */
  async copy(tx: Sql, campId: string, { id, slug, version, state }: StandingLesson): Promise<string> {
    const copy = newId();
    await tx.insert(lessons).values({ id: copy, campId, slug, shippedHash: null, version, state, published: null });
    const of = and(eq(lessonVersions.lessonId, id), eq(lessonVersions.version, version));
    const rows = await tx.select().from(lessonVersions).where(of);
    await tx.insert(lessonVersions).values(rows.map((row) => ({ ...row, lessonId: copy })));
    return copy;
  }

  /** Writes the next version. */
  async write(
    tx: Sql,
    lessonId: string,
    { version, published }: { version: number; published: number | null },
    content: LessonContent & { state: LessonState },
    change: Change,
  ): Promise<void> {
    const next = version + 1;
    const { skill, title, kind, minutes, objectives, check, body, state } = content;
    const learnt = state === 'published' ? next : state === 'retired' ? null : published;
    await tx.update(lessons).set({ version: next, state, published: learnt }).where(eq(lessons.id, lessonId));
    await tx
      .insert(lessonVersions)
      .values({ skill, title, kind, minutes, objectives, check, body, state, ...change, lessonId, version: next });
  }

  /** All versions of a lesson, the newest first. */
  async history(lessonId: string): Promise<VersionRow[]> {
    const of = eq(lessonVersions.lessonId, lessonId);
    return this.database.sql.select().from(lessonVersions).where(of).orderBy(desc(lessonVersions.version));
  }

  async version(lessonId: string, version: number, sql: Sql = this.database.sql): Promise<VersionRow | null> {
    const of = and(eq(lessonVersions.lessonId, lessonId), eq(lessonVersions.version, version));
    const [row] = await sql.select().from(lessonVersions).where(of);
    return row ?? null;
  }

  private standing(campId: string, slug?: string) {
    return this.database.sql
      .selectDistinctOn([lessons.slug], STANDING)
      .from(lessons)
      .innerJoin(lessonVersions, IS_NEWEST)
      .where(and(seenBy(campId), slug === undefined ? undefined : eq(lessons.slug, slug)))
      .orderBy(asc(lessons.slug), asc(lessons.campId));
  }
}

const IS_NEWEST = and(eq(lessonVersions.lessonId, lessons.id), eq(lessonVersions.version, lessons.version));
const seenBy = (campId: string) => or(isNull(lessons.campId), eq(lessons.campId, campId));
const holds = (column: SQLWrapper, part: string) => raw`${column} ILIKE ${`%${part.replace(/[\\%_]/g, '\\$&')}%`}`;
