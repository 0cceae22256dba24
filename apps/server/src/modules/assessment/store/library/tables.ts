import type { Domain, Item, ItemKind } from '@tailcamp/contracts';
import { doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../../../../platform/database/index.js';

/**
 * What is taught and asked. A row without a camp is of the library, which every camp sees; a row of a camp stands, for
 * that camp, in the place of the library's with the same name.
 */
const scoped = {
  id: uuid('id').primaryKey(),
  campId: uuid('camp_id'),
  slug: text('slug').notNull(),
  /** Of the shipped content it was last taken from; null for what somebody else brought, which no new version touches. */
  shippedHash: text('shipped_hash'),
  version: integer('version').notNull(),
};

export const skillTracks = pgTable(
  'skill_tracks',
  {
    ...scoped,
    title: text('title').notNull(),
    description: text('description').notNull(),
    domains: jsonb('domains').$type<Domain[]>().notNull(),
  },
  (table) => [unique('skill_tracks_name').on(table.campId, table.slug).nullsNotDistinct()],
);

export const skills = pgTable(
  'skills',
  {
    ...scoped,
    track: text('track').notNull(),
    title: text('title').notNull(),
    domain: text('domain').notNull(),
    level: integer('level').notNull(),
    description: text('description').notNull(),
    /** The names of the skills it rests on. */
    requires: jsonb('requires').$type<string[]>().notNull(),
  },
  (table) => [
    unique('skills_name').on(table.campId, table.slug).nullsNotDistinct(),
    index('skills_of_track').on(table.track),
  ],
);

export const items = pgTable(
  'items',
  {
    ...scoped,
    skill: text('skill').notNull(),
    kind: text('kind').$type<ItemKind>().notNull(),
    /** With its key. */
    item: jsonb('item').$type<Item>().notNull(),
    state: text('state', { enum: ['active', 'retired'] }).notNull(),
  },
  (table) => [
    unique('items_name').on(table.campId, table.slug).nullsNotDistinct(),
    index('items_of_skill').on(table.skill),
  ],
);

/** Every version of every question: an attempt is marked and reviewed by the one that was asked. */
export const itemVersions = pgTable(
  'item_versions',
  {
    itemId: uuid('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    item: jsonb('item').$type<Item>().notNull(),
    /** Null: it came with TailCamp, or by the command line. */
    byUser: uuid('by_user'),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.version] })],
);

/** What a camp's own answers have told of a question: these parameters go before the author's. */
export const campParameters = pgTable(
  'camp_parameters',
  {
    campId: uuid('camp_id').notNull(),
    itemId: uuid('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'cascade' }),
    discrimination: doublePrecision('discrimination').notNull(),
    difficulty: doublePrecision('difficulty').notNull(),
    guessing: doublePrecision('guessing').notNull(),
    discriminationError: doublePrecision('discrimination_error').notNull(),
    difficultyError: doublePrecision('difficulty_error').notNull(),
    infit: doublePrecision('infit').notNull(),
    outfit: doublePrecision('outfit').notNull(),
    misfit: text('misfit'),
  },
  (table) => [primaryKey({ columns: [table.campId, table.itemId] })],
);

/** At most one row: which state of the shipped content stands in the library. */
export const shippedContent = pgTable('shipped_content', {
  id: text('id', { enum: ['shipped'] }).primaryKey(),
  hash: text('hash').notNull(),
});
