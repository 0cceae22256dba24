import type {
  AnsweredBy,
  DraftedQuestion,
  DraftedText,
  DraftSource,
  DraftState,
  DraftStep,
  DraftWish,
} from '@tailcamp/contracts';
import { index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../../../../platform/database/index.js';

/** What was drafted for the staff of a camp, and what came of it; nothing here is learnt from. */
export const contentDrafts = pgTable(
  'content_drafts',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    userId: uuid('user_id').notNull(),
    clientId: uuid('client_id').notNull(),
    wish: jsonb('wish').$type<DraftWish>().notNull(),
    state: text('state').$type<DraftState>().notNull(),
    step: text('step').$type<DraftStep>(),
    by: jsonb('answered_by').$type<AnsweredBy>(),
    sources: jsonb('sources').$type<DraftSource[]>().notNull(),
    text: jsonb('text').$type<DraftedText>(),
    questions: jsonb('questions').$type<DraftedQuestion[]>(),
    /** The names of what was made of it in the studio. */
    taken: jsonb('taken').$type<string[]>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    unique('content_drafts_client').on(table.userId, table.clientId),
    index('content_drafts_camp').on(table.campId, table.at),
  ],
);
