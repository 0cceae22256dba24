import type { QueueSettings } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { encrypted, instant } from '../../../../platform/database/index.js';

/** One row for each camp that ever had to do with a queue; whoever changes the queue holds it. */
export const queues = pgTable('queues', {
  campId: uuid('camp_id').primaryKey(),
  /** Null with version 0: nobody has saved any. */
  settings: jsonb('settings').$type<QueueSettings>(),
  version: integer('version').notNull().default(0),
  /** Rises with every change that may let groups form; a look that began at `looked` has seen all up to it. */
  changes: integer('changes').notNull().default(0),
  looked: integer('looked').notNull().default(0),
  /** When something changes by itself: somebody is due, widens or expires, a proposal lapses. */
  nextAt: instant('next_at'),
  /** Why no groups are formed at present, in words. */
  problem: text('problem'),
});

export const queueTickets = pgTable(
  'queue_tickets',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    memberId: uuid('member_id').notNull(),
    state: text('state', { enum: ['waiting', 'proposed', 'grouped', 'left', 'expired', 'unplaced'] }).notNull(),
    reason: text('reason', {
      enum: ['declined', 'left_camp', 'no_answer', 'queue_closed', 'too_few_waiting', 'nobody_fits'],
    }),
    /** The waiting time counts from here, through every proposal that came to nothing. */
    joinedAt: instant('joined_at').notNull(),
    /** Widening steps that the student has been told of. */
    level: integer('level').notNull().default(0),
    proposalId: uuid('proposal_id'),
    accepted: boolean('accepted').notNull().default(false),
    groupId: uuid('group_id'),
    endedAt: instant('ended_at'),
  },
  (table) => [
    uniqueIndex('queue_tickets_one_open').on(table.memberId).where(sql`${table.state} in ('waiting', 'proposed')`),
    index('queue_tickets_camp').on(table.campId, table.state),
    index('queue_tickets_member').on(table.memberId),
  ],
);

/** Proposals that are to be answered; one that is over is gone. */
export const queueProposals = pgTable(
  'queue_proposals',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    level: integer('level').notNull(),
    /** ProposalGrounds as JSON: evidence tells of people. */
    grounds: encrypted('grounds').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('queue_proposals_camp').on(table.campId)],
);
