import { Injectable } from '@nestjs/common';
import type { Role } from '@tailcamp/contracts';
import { and, asc, eq, gt, inArray, sql as raw } from 'drizzle-orm';
import { newId } from '../../../kernel/id.js';
import { Cipher } from '../../../platform/cipher/index.js';
import type { Sql } from '../../../platform/database/index.js';
import { type Account, normalizeEmail } from '../domain/account.js';
import { users } from './tables.js';

type Row = typeof users.$inferSelect;
export interface NewAccount {
  email: string;
  name: string;
  role: Role;
  passwordHash: string | null;
  demo: boolean;
}

/** Accounts in the database. Plaintext goes in and comes out; what lies there is sealed. */
@Injectable()
export class UserStore {
  constructor(private readonly cipher: Cipher) {}

  /** @returns null when the e-mail has an account already */
  async insert(sql: Sql, { email, name, role, passwordHash, demo }: NewAccount, now: Date): Promise<Account | null> {
    const id = newId();
    const row = {
      id,
      email: this.cipher.seal({ column: 'users.email', row: id }, normalizeEmail(email)),
      emailIndex: this.emailIndex(email),
      name: this.cipher.seal({ column: 'users.name', row: id }, name),
      passwordHash,
      role,
      disabled: false,
      demo,
      version: 1,
      createdAt: now,
    };
    const byEmail = { target: users.emailIndex };
    const inserted = await sql.insert(users).values(row).onConflictDoNothing(byEmail).returning({ id: users.id });
    return inserted.length === 0 ? null : this.open(row);
  }

  async find(sql: Sql, id: string): Promise<Account | null> {
    const [row] = await sql.select().from(users).where(eq(users.id, id));
    return row === undefined ? null : this.open(row);
  }

  async findMany(sql: Sql, ids: readonly string[]): Promise<Account[]> {
    if (ids.length === 0) return [];
    return (
      await sql
        .select()
        .from(users)
        .where(inArray(users.id, [...ids]))
    ).map((row) => this.open(row));
  }

  async findByEmail(sql: Sql, email: string): Promise<Account | null> {
    return (await this.credentials(sql, email))?.account ?? null;
  }

  /** The account of an e-mail with its password's hash. */
  async credentials(sql: Sql, email: string): Promise<{ account: Account; passwordHash: string | null } | null> {
    const [row] = await sql
      .select()
      .from(users)
      .where(eq(users.emailIndex, this.emailIndex(email)));
    return row === undefined ? null : { account: this.open(row), passwordHash: row.passwordHash };
  }

  /** At most `limit + 1` accounts after an id, in the order of their making. */
  async list(sql: Sql, after: string | null, limit: number): Promise<Account[]> {
    const rows = await sql
      .select()
      .from(users)
      .where(after === null ? undefined : gt(users.id, after))
      .orderBy(asc(users.id))
      .limit(limit + 1);
    return rows.map((row) => this.open(row));
  }

  async count(sql: Sql): Promise<number> {
    return sql.$count(users);
  }

  /** Those who can act as such. */
  async countAdmins(sql: Sql): Promise<number> {
    return sql.$count(users, and(eq(users.role, 'admin'), eq(users.disabled, false)));
  }

  async setRole(sql: Sql, id: string, role: Role): Promise<void> {
    await sql
      .update(users)
      .set({ role, version: raw`${users.version} + 1` })
      .where(eq(users.id, id));
  }

  async remove(sql: Sql, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await sql.delete(users).where(inArray(users.id, [...ids]));
  }

  /**
   * Until the end of the transaction nobody else decides who is an admin: without it two admins could each take the
   * role from the other, or two visitors both be the first.
   */
  async lockAdmins(tx: Sql): Promise<void> {
    await tx.execute(raw`select pg_advisory_xact_lock(hashtext('tailcamp.admins'))`);
  }

  /** Finds an e-mail without showing it. */
  emailIndex(email: string): string {
    return this.cipher.blindIndex('users.email', normalizeEmail(email));
  }

  private open({ id, email, name, role, disabled, demo, version, createdAt }: Row): Account {
    return {
      id,
      email: this.cipher.open({ column: 'users.email', row: id }, email),
      name: this.cipher.open({ column: 'users.name', row: id }, name),
      role,
      disabled,
      demo,
      version,
      createdAt,
    };
  }
}
