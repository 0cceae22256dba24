import type { GroupAvatar } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { encrypted, instant } from '../../../platform/database/index.js';

export const groups = pgTable(
  'groups',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    avatar: jsonb('avatar').$type<GroupAvatar>(),
    /** A member of the group; null while it has none. */
    leaderId: uuid('leader_id'),
    score: doublePrecision('score').notNull(),
    /** Without what is private; see domain/explanation.ts. */
    studentScore: doublePrecision('student_score').notNull(),
    /** GroupGrounds as JSON. */
    grounds: encrypted('grounds').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Since when it stands no more: what it made can be read, and nothing in it changed. */
    closedAt: instant('closed_at'),
    /** The group that took its members in when it was closed. */
    mergedInto: uuid('merged_into'),
    version: integer('version').notNull().default(1),
  },
  (table) => [uniqueIndex('groups_camp_number').on(table.campId, table.number).where(sql`closed_at is null`)],
);

/** Who is, or was, in which group. */
export const groupMembers = pgTable(
  'group_members',
  {
    groupId: uuid('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    memberId: uuid('member_id').notNull(),
    position: integer('position').notNull(),
    joinedAt: instant('joined_at').notNull().defaultNow(),
    /** Who left sees the group no more. Who was there when it was closed did not leave, and still reads it. */
    leftAt: instant('left_at'),
    /** In a group that stands, and not left. */
    current: boolean('current').notNull().default(true),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.memberId] }),
    // A camp member is in one group at most.
    uniqueIndex('group_members_current').on(table.memberId).where(sql`current`),
    index('group_members_member').on(table.memberId),
  ],
);
