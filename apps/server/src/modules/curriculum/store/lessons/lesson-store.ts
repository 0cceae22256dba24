import { Injectable } from '@nestjs/common';
import type { Drafted, Lesson, LessonHead, LessonState, StudioKind } from '@tailcamp/contracts';
import { and, asc, eq, inArray, isNotNull, isNull, or, sql as raw } from 'drizzle-orm';
import { newId } from '../../../../kernel/id.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { lessons, lessonVersions, shippedLessons } from './tables.js';

export type LessonRow = typeof lessons.$inferSelect;

/** Who changed a lesson, and when. */
export interface Change {
  byUser: string | null;
  at: Date;
  /** What they said to it. */
  comment?: string | null;
  /** Who drafted the text, where nobody has changed it since. */
  drafted?: Drafted | null;
}

/** A lesson to be written, in the state that it gets. */
export interface GivenLesson {
  lesson: Lesson;
  state: LessonState;
  shippedHash: string | null;
}

/** Fewer than the 65,535 parameters that one statement of PostgreSQL takes. */
const ROWS_A_STATEMENT = 1000;

/** Lessons with their versions: the library's, and those of a camp that stand in their place. */
@Injectable()
export class LessonStore {
  constructor(private readonly database: Database) {}

  /** What can be learnt from in a camp, with null what the library has; by name. @param ofSkills only theirs */
  async published(
    campId: string | null,
    ofSkills?: readonly string[],
    sql: Sql = this.database.sql,
  ): Promise<LessonHead[]> {
    const rows = await sql
      .selectDistinctOn([lessons.slug], { ...HEAD, campId: lessons.campId })
      .from(lessons)
      .leftJoin(lessonVersions, PUBLISHED)
      .where(standsFor(campId))
      .orderBy(asc(lessons.slug), asc(lessons.campId));
    const wanted = ofSkills === undefined ? null : new Set(ofSkills);
    return rows.flatMap(({ campId: own, ...row }) => {
      const head = whole(row);
      if (head === null || wanted?.has(head.skill) === false) return [];
      return [{ ...head, source: own === null ? ('library' as const) : ('camp' as const) }];
    });
  }

  /** What is learnt from in a camp by that name. */
  async lesson(
    campId: string | null,
    slug: string,
    sql: Sql = this.database.sql,
  ): Promise<(LessonHead & { body: string }) | null> {
    const [row] = await sql
      .select({ ...HEAD, body: lessonVersions.body, campId: lessons.campId })
      .from(lessons)
      .leftJoin(lessonVersions, PUBLISHED)
      .where(and(eq(lessons.slug, slug), standsFor(campId)))
      .orderBy(asc(lessons.campId))
      .limit(1);
    if (row === undefined) return null;
    const { campId: own, body, ...rest } = row;
    const head = whole(rest);
    return head === null || body === null ? null : { ...head, body, source: own === null ? 'library' : 'camp' };
  }

  /** What is the camp's, or the library's. */
  async own(campId: string | null, sql: Sql): Promise<LessonRow[]> {
    return sql.select().from(lessons).where(ownedBy(campId)).orderBy(asc(lessons.slug));
  }

  /** Adds lessons or changes those of the same name; each such change is a version. */
  async put(tx: Sql, campId: string | null, given: readonly GivenLesson[], change: Change): Promise<void> {
    for (let from = 0; from < given.length; from += ROWS_A_STATEMENT) {
      const some = given.slice(from, from + ROWS_A_STATEMENT);
      const rows = await tx
        .insert(lessons)
        .values(
          some.map(({ lesson, state, shippedHash }) => ({
            id: newId(),
            campId,
            slug: lesson.id,
            shippedHash,
            version: 1,
            state,
            published: state === 'published' ? 1 : null,
          })),
        )
        .onConflictDoUpdate({
          target: [lessons.campId, lessons.slug],
          set: {
            shippedHash: raw`excluded.shipped_hash`,
            version: raw`${lessons.version} + 1`,
            state: raw`excluded.state`,
            published: raw`CASE excluded.state WHEN 'published' THEN ${lessons.version} + 1
              WHEN 'retired' THEN NULL ELSE ${lessons.published} END`,
          },
        })
        .returning();
      const bySlug = new Map(rows.map((row) => [row.slug, row]));
      await tx.insert(lessonVersions).values(
        some.flatMap(({ lesson: { id, ...content }, state }) => {
          const row = bySlug.get(id);
          return row === undefined ? [] : [{ ...content, ...change, lessonId: row.id, version: row.version, state }];
        }),
      );
    }
  }

  /** What another camp has of its own becomes this one's own, with its versions but without the names of who made them. */
  async copyCamp(tx: Sql, from: string, to: string): Promise<void> {
    for (const row of await this.own(from, tx)) {
      const id = newId();
      await tx.insert(lessons).values({ ...row, id, campId: to });
      const versions = await tx.select().from(lessonVersions).where(eq(lessonVersions.lessonId, row.id));
      await tx.insert(lessonVersions).values(versions.map((version) => ({ ...version, lessonId: id, byUser: null })));
    }
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(lessons).where(eq(lessons.campId, campId));
  }

  async remove(tx: Sql, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.delete(lessons).where(inArray(lessons.id, [...ids]));
  }

  /** The state of the shipped lessons that the library has, held until the end of the transaction; null for none yet. */
  async lockShipped(tx: Sql): Promise<string | null> {
    await tx.insert(shippedLessons).values({ id: 'shipped', hash: '' }).onConflictDoNothing();
    const [row] = await tx.select().from(shippedLessons).for('update');
    return row?.hash || null;
  }

  async shipped(): Promise<string | null> {
    const [row] = await this.database.sql.select().from(shippedLessons);
    return row?.hash || null;
  }

  async setShipped(tx: Sql, hash: string): Promise<void> {
    await tx.update(shippedLessons).set({ hash });
  }
}

const HEAD = {
  id: lessons.slug,
  skill: lessonVersions.skill,
  title: lessonVersions.title,
  kind: lessonVersions.kind,
  minutes: lessonVersions.minutes,
  objectives: lessonVersions.objectives,
  check: lessonVersions.check,
};
const PUBLISHED = and(eq(lessonVersions.lessonId, lessons.id), eq(lessonVersions.version, lessons.published));

type Head = Omit<LessonHead, 'source'>;

/** @returns null for a lesson that is retired, and so has no version to be learnt from, and for a brief */
function whole({
  id,
  ...row
}: { id: string } & { [Name in Exclude<keyof Head, 'id' | 'kind'>]: Head[Name] | null } & {
  kind: StudioKind | null;
}): Head | null {
  const { skill, title, kind, minutes, objectives, check } = row;
  if (skill === null || title === null || kind === null || kind === 'brief' || minutes === null) return null;
  return { id, skill, title, kind, minutes, objectives: objectives ?? [], check: check ?? [] };
}

const ownedBy = (campId: string | null) => (campId === null ? isNull(lessons.campId) : eq(lessons.campId, campId));
const seenBy = (campId: string | null) =>
  campId === null ? isNull(lessons.campId) : or(isNull(lessons.campId), eq(lessons.campId, campId));
/** What decides what a camp has by a name, the first in `order by camp`, as nulls are last: a draft does not yet. */
const standsFor = (campId: string | null) =>
  and(seenBy(campId), or(isNotNull(lessons.published), eq(lessons.state, 'retired')));
