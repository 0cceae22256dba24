import type { Domain, Item, ItemKind } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
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

/**
 * A hash of what a learner is asked and of the key: answers and estimates belong to a question as long as it stays the
 * same. Explanation, skill and the author's figures may change under it. The database makes it, so that nobody who
 * writes a question can forget it.
 */
const askedHash = text('asked_hash')
  .notNull()
  .generatedAlwaysAs(
    sql`md5(
      (item - '{id,skill,difficulty,discrimination,guessing,explanation,sample,options,code}'::text[])::text
      || coalesce(((item -> 'code') - '{setup,prints,verify}'::text[])::text, '')
      || jsonb_path_query_array(item, '$.options[*].text')::text
      || jsonb_path_query_array(item, '$.options[*].note')::text
      || jsonb_path_query_array(item, '$.options[*] ? (@.right == true).text')::text
    )`,
  );

export const items = pgTable(
  'items',
  {
    ...scoped,
    skill: text('skill').notNull(),
    kind: text('kind').$type<ItemKind>().notNull(),
    /** With its key. */
    item: jsonb('item').$type<Item>().notNull(),
    askedHash,
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
    askedHash,
    /** Null: it came with TailCamp, or by the command line. */
    byUser: uuid('by_user'),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.version] })],
);

/** At most one row: which state of the shipped content stands in the library. */
export const shippedContent = pgTable('shipped_content', {
  id: text('id', { enum: ['shipped'] }).primaryKey(),
  hash: text('hash').notNull(),
});
