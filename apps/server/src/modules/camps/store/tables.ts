import { boolean, date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { encrypted, instant } from '../../../platform/database/index.js';

export const camps = pgTable('camps', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  startsOn: date('starts_on', { mode: 'string' }),
  endsOn: date('ends_on', { mode: 'string' }),
  timeZone: text('time_zone').notNull(),
  demo: boolean('demo').notNull(),
  /** Null while joining is closed. */
  joinCode: text('join_code').unique('camps_join_code'),
  version: integer('version').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** Who is in a camp: people with an account, and those of the roster who have not signed up yet. */
export const campMembers = pgTable(
  'camp_members',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id')
      .notNull()
      .references(() => camps.id, { onDelete: 'cascade' }),
    userId: uuid('user_id'),
    role: text('role', { enum: ['instructor', 'student'] }).notNull(),
    name: encrypted('name').notNull(),
    email: encrypted('email'),
    /** Blind index of the e-mail. */
    emailIndex: text('email_index'),
    /** JSON: survey column → answer. */
    answers: encrypted('answers').notNull(),
    version: integer('version').notNull(),
    joinedAt: instant('joined_at').notNull(),
  },
  (table) => [
    unique('camp_members_email').on(table.campId, table.emailIndex),
    unique('camp_members_user').on(table.campId, table.userId),
    index('camp_members_in_order').on(table.campId, table.id),
    index('camp_members_of_user').on(table.userId),
  ],
);

export const profiles = pgTable('profiles', {
  userId: uuid('user_id').primaryKey(),
  /** JSON: Profile of the contracts. */
  profile: encrypted('profile').notNull(),
  version: integer('version').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const imports = pgTable(
  'imports',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id')
      .notNull()
      .references(() => camps.id, { onDelete: 'cascade' }),
    state: text('state', { enum: ['ready', 'applying', 'applied', 'failed'] }).notNull(),
    /** The text of the file; null once it was applied, for it is not needed any more. */
    content: encrypted('content'),
    /** JSON: the report, which quotes the file. */
    report: encrypted('report').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('imports_of_camp').on(table.campId)],
);
