import type { LessonKind } from '@tailcamp/contracts';
import { boolean, customType, index, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../../../../platform/database/index.js';
import type { TextLanguage } from '../../domain/search/language.js';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** What a piece is of. Questions are searched to tell which skill is meant, and never shown. */
export type PieceKind = LessonKind | 'skill' | 'question';

/**
 * Pieces of lessons, skills and questions as they are searched. A piece never changes: another text is another piece with
 * an id of its own, so that a vector that was found is of what is shown.
 */
export const searchChunks = pgTable(
  'search_chunks',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id'),
    kind: text('kind').$type<PieceKind>().notNull(),
    slug: text('slug').notNull(),
    /** With its version; null for what is no lesson. */
    lessonId: uuid('lesson_id'),
    version: integer('version'),
    skill: text('skill').notNull(),
    /** Of the lesson, or of the skill. */
    title: text('title').notNull(),
    /** Of all that makes it what it is. */
    hash: text('hash').notNull(),
    heading: text('heading').notNull(),
    text: text('text').notNull(),
    meant: text('meant').notNull(),
    language: text('language').$type<TextLanguage>().notNull(),
    words: tsvector('words').notNull(),
    /** Whose vector of it is stored; null for none yet. */
    model: text('model'),
    /** Until when a process has it in hand to be embedded. */
    claimedUntil: instant('claimed_until'),
    /** Not to be found any more; the row goes when its vector has gone. */
    gone: boolean('gone').notNull().default(false),
  },
  (table) => [
    // No list of what is yet to be indexed: the embedded database never empties it by itself, and each search reads it all.
    index('search_chunks_words').using('gin', table.words).with({ fastupdate: false }),
    index('search_chunks_of').on(table.kind, table.slug),
    index('search_chunks_lesson').on(table.lessonId, table.version),
  ],
);

/**
 * For each word, in which versions of lessons and of which skills it is said, and by how many of their pieces: what ranking
 * by words would else have to gather from all pieces that say it. Of a camp's pieces, or the library's, by themselves.
 */
export const searchWords = pgTable(
  'search_words',
  {
    word: text('word').notNull(),
    language: text('language').$type<TextLanguage>().notNull(),
    scope: text('scope').notNull(),
    /** These three go side by side. */
    lessons: uuid('lessons').array().notNull(),
    versions: integer('versions').array().notNull(),
    times: smallint('times').array().notNull(),
    /** And these two: of questions and descriptions. */
    skills: text('skills').array().notNull(),
    skillTimes: smallint('skill_times').array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.word, table.language, table.scope] })],
);

/** Which pieces the words of a scope were gathered from. */
export const searchScopes = pgTable('search_scopes', {
  scope: text('scope').primaryKey(),
  pieces: text('pieces').notNull(),
});
