import { Injectable } from '@nestjs/common';
import type { CampRole } from '@tailcamp/contracts';
import { and, asc, count, eq, gt, inArray, isNotNull, max, sql as raw, sum } from 'drizzle-orm';
import { Cipher } from '../../../platform/cipher/index.js';
import type { Sql } from '../../../platform/database/index.js';
import type { Answers, RosterMember } from '../domain/roster-member.js';
import { campMembers } from './tables.js';

type Row = typeof campMembers.$inferSelect;
/** A member as it stands in the table: sealed, ready to be written. */
export type SealedMember = Row;

interface MemberPage {
  role?: CampRole | undefined;
  after?: string | null;
  limit?: number;
}

/** Fewer than the 65,535 parameters that one statement of PostgreSQL takes. */
const ROWS_A_STATEMENT = 1000;

/** All that changes of a member, taken from the row that was to be inserted. */
const AS_GIVEN = {
  userId: raw`excluded.user_id`,
  role: raw`excluded.role`,
  name: raw`excluded.name`,
  email: raw`excluded.email`,
  emailIndex: raw`excluded.email_index`,
  answers: raw`excluded.answers`,
  version: raw`excluded.version`,
};

@Injectable()
export class MemberStore {
  constructor(private readonly cipher: Cipher) {}

  seal(member: RosterMember): SealedMember {
    const seal = (column: string, text: string) =>
      this.cipher.seal({ column: `camp_members.${column}`, row: member.id }, text);
    return {
      id: member.id,
      campId: member.campId,
      userId: member.userId,
      role: member.role,
      name: seal('name', member.name),
      email: member.email === null ? null : seal('email', member.email),
      emailIndex: member.email === null ? null : this.indexOf(member.email),
      answers: seal('answers', JSON.stringify(member.answers)),
      version: member.version,
      joinedAt: member.joinedAt,
    };
  }

  private open(row: Row): RosterMember {
    const open = (column: 'name' | 'email' | 'answers', sealed: NonNullable<Row['email']>) =>
      this.cipher.open({ column: `camp_members.${column}`, row: row.id }, sealed);
    const { id, campId, userId, role, version, joinedAt } = row;
    const name = open('name', row.name);
    const email = row.email === null ? null : open('email', row.email);
    return {
      id,
      campId,
      userId,
      role,
      name,
      email,
      version,
      joinedAt,
      answers: JSON.parse(open('answers', row.answers)) as Answers,
    };
  }

  private indexOf(email: string): string {
    return this.cipher.blindIndex('camp_members.email', email.toLowerCase());
  }

  /** Inserts those who are new and overwrites those who are not. */
  async write(tx: Sql, members: readonly SealedMember[]): Promise<void> {
    for (let from = 0; from < members.length; from += ROWS_A_STATEMENT) {
      await tx
        .insert(campMembers)
        .values(members.slice(from, from + ROWS_A_STATEMENT))
        .onConflictDoUpdate({ target: campMembers.id, set: AS_GIVEN });
    }
  }

  /** Every place of an account that is no more. */
  async removeUser(tx: Sql, userId: string): Promise<{ campId: string; memberId: string }[]> {
    return tx
      .delete(campMembers)
      .where(eq(campMembers.userId, userId))
      .returning({ campId: campMembers.campId, memberId: campMembers.id });
  }

  async remove(tx: Sql, id: string): Promise<void> {
    await tx.delete(campMembers).where(eq(campMembers.id, id));
  }

  async find(sql: Sql, campId: string, id: string): Promise<RosterMember | null> {
    const [row] = await sql
      .select()
      .from(campMembers)
      .where(and(eq(campMembers.campId, campId), eq(campMembers.id, id)));
    return row ? this.open(row) : null;
  }

  async ofUser(sql: Sql, campId: string, userId: string): Promise<RosterMember | null> {
    const [row] = await sql
      .select()
      .from(campMembers)
      .where(and(eq(campMembers.campId, campId), eq(campMembers.userId, userId)));
    return row ? this.open(row) : null;
  }

  /** As `ofUser`, without opening anything. */
  async placeOf(sql: Sql, campId: string, userId: string): Promise<{ id: string; role: CampRole } | null> {
    const [row] = await sql
      .select({ id: campMembers.id, role: campMembers.role })
      .from(campMembers)
      .where(and(eq(campMembers.campId, campId), eq(campMembers.userId, userId)));
    return row ?? null;
  }

  async byEmail(sql: Sql, campId: string, email: string): Promise<RosterMember | null> {
    const [row] = await sql
      .select()
      .from(campMembers)
      .where(and(eq(campMembers.campId, campId), eq(campMembers.emailIndex, this.indexOf(email))));
    return row ? this.open(row) : null;
  }

  async findAll(sql: Sql, ids: readonly string[]): Promise<RosterMember[]> {
    if (ids.length === 0) return [];
    return (
      await sql
        .select()
        .from(campMembers)
        .where(inArray(campMembers.id, [...ids]))
    ).map((row) => this.open(row));
  }

  /** In the order in which they came, after `after`, at most `limit`. */
  async list(sql: Sql, campId: string, page: MemberPage = {}): Promise<RosterMember[]> {
    const query = sql
      .select()
      .from(campMembers)
      .where(
        and(
          eq(campMembers.campId, campId),
          page.role && eq(campMembers.role, page.role),
          page.after ? gt(campMembers.id, page.after) : undefined,
        ),
      )
      .orderBy(asc(campMembers.id));
    const rows = await (page.limit === undefined ? query : query.limit(page.limit));
    return rows.map((row) => this.open(row));
  }

  async count(sql: Sql, campId: string, role?: CampRole): Promise<number> {
    const [row] = await sql
      .select({ members: count() })
      .from(campMembers)
      .where(and(eq(campMembers.campId, campId), role && eq(campMembers.role, role)));
    return row?.members ?? 0;
  }

  /** The camps an account is a member of, and what it is there. */
  async rolesOf(sql: Sql, userId: string, campIds: readonly string[]): Promise<Map<string, CampRole>> {
    if (campIds.length === 0) return new Map();
    const rows = await sql
      .select({ campId: campMembers.campId, role: campMembers.role })
      .from(campMembers)
      .where(and(eq(campMembers.userId, userId), inArray(campMembers.campId, [...campIds])));
    return new Map(rows.map(({ campId, role }) => [campId, role]));
  }

  /** Member id → account, for those who have one. */
  async accountsOf(sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await sql
      .select({ id: campMembers.id, userId: campMembers.userId })
      .from(campMembers)
      .where(inArray(campMembers.id, [...ids]));
    return new Map(rows.flatMap(({ id, userId }) => (userId === null ? [] : [[id, userId] as const])));
  }

  /** The accounts in a camp. */
  async userIds(sql: Sql, campId: string): Promise<string[]> {
    const rows = await sql
      .select({ userId: campMembers.userId })
      .from(campMembers)
      .where(and(eq(campMembers.campId, campId), isNotNull(campMembers.userId)));
    return rows.flatMap(({ userId }) => userId ?? []);
  }

  async campsOf(sql: Sql, userId: string): Promise<{ campId: string; memberId: string }[]> {
    return sql
      .select({ campId: campMembers.campId, memberId: campMembers.id })
      .from(campMembers)
      .where(eq(campMembers.userId, userId));
  }

  /** Changes whenever anybody in the camp is added, changed or removed. */
  async fingerprint(sql: Sql, campId: string): Promise<string> {
    const [row] = await sql
      .select({ members: count(), versions: sum(campMembers.version), newest: max(campMembers.joinedAt) })
      .from(campMembers)
      .where(eq(campMembers.campId, campId));
    return `${row?.members} ${row?.versions} ${row?.newest?.toISOString()}`;
  }
}
