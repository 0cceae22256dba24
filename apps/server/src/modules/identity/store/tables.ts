import type { Role } from '@tailcamp/contracts';
import { boolean, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { JWK } from 'jose';
import { encrypted, instant } from '../../../platform/database/index.js';

/** Accounts. E-mail and name are sealed; `email_index` is the blind index that finds the e-mail. */
export const users = pgTable('users', {
  id: uuid('id').primaryKey(),
  email: encrypted('email').notNull(),
  emailIndex: text('email_index').notNull().unique('users_email_index_unique'),
  name: encrypted('name').notNull(),
  /** Argon2id in its PHC string; null for an account that signs in by link only. */
  passwordHash: text('password_hash'),
  role: text('role').$type<Role>().notNull(),
  disabled: boolean('disabled').notNull().default(false),
  demo: boolean('demo').notNull().default(false),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull(),
});

/** A session is a family of refresh tokens; `generation` counts its rotations. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Blind index of the address it was opened from, so that a person's usual address is known again. */
    addressIndex: text('address_index').notNull(),
    generation: integer('generation').notNull().default(1),
    rotatedAt: instant('rotated_at').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [index('sessions_user_id').on(table.userId), index('sessions_expires_at').on(table.expiresAt)],
);

/** Every refresh token ever given in a session that is kept, by SHA-256: a used one that comes again gives a thief away. */
export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    hash: text('hash').primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    generation: integer('generation').notNull(),
  },
  (table) => [index('refresh_tokens_session_id').on(table.sessionId)],
);

/** One-time links, by the SHA-256 of their token. */
export const signInLinks = pgTable(
  'sign_in_links',
  {
    hash: text('hash').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [index('sign_in_links_user_id').on(table.userId), index('sign_in_links_expires_at').on(table.expiresAt)],
);

/** Ed25519 keys that access tokens are signed with; the private part is sealed. */
export const signingKeys = pgTable('signing_keys', {
  kid: uuid('kid').primaryKey(),
  publicKey: jsonb('public_key').$type<JWK>().notNull(),
  privateKey: encrypted('private_key').notNull(),
  createdAt: instant('created_at').notNull(),
});
