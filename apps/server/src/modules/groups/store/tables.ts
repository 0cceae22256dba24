import { doublePrecision, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { encrypted, instant } from '../../../platform/database/index.js';

export const groups = pgTable(
  'groups',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    score: doublePrecision('score').notNull(),
    /** Without what is private; see domain/explanation.ts. */
    studentScore: doublePrecision('student_score').notNull(),
    /** GroupGrounds as JSON. */
    grounds: encrypted('grounds').notNull(),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [uniqueIndex('groups_camp_number').on(table.campId, table.number)],
);

export const groupMembers = pgTable(
  'group_members',
  {
    /** A camp member is in one group at most. */
    memberId: uuid('member_id').primaryKey(),
    groupId: uuid('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
  },
  (table) => [index('group_members_group').on(table.groupId)],
);
