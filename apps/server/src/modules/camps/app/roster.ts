import { Injectable } from '@nestjs/common';
import type { Profile } from '@tailcamp/contracts';
import { makeTable, type SurveyTable } from '@tailcamp/matching';
import { Database, type Sql } from '../../../platform/database/index.js';
import type { RosterMember } from '../domain/roster-member.js';
import { MEMBER_ID, rosterTable } from '../domain/roster-table.js';
import { MemberStore } from '../store/member-store.js';
import { ProfileStore } from '../store/profile-store.js';

/** The students of a camp as matching reads them. */
export interface CampTable {
  /** One row for each student, with a column for each answer and for what profiles say. */
  table: SurveyTable;
  /** The column with the member ids: give it to the policy as `id`. */
  idColumn: string;
  /** Member ids in the order of the table's rows. */
  memberIds: string[];
}

/** Who is in a camp, for other modules. Nothing here asks for permission: the caller has. Inside a transaction, pass it. */
@Injectable()
export class Roster {
  constructor(
    private readonly database: Database,
    private readonly memberStore: MemberStore,
    private readonly profileStore: ProfileStore,
  ) {}

  async table(campId: string, sql: Sql = this.database.sql): Promise<CampTable> {
    const students = await this.memberStore.list(sql, campId, { role: 'student' });
    const { columns, rows } = rosterTable(students, await this.profilesOf(students, sql));
    return { table: makeTable(columns, rows), idColumn: MEMBER_ID, memberIds: students.map(({ id }) => id) };
  }

  /** Everybody of a camp, in the order in which they came. */
  members(campId: string, sql: Sql = this.database.sql): Promise<RosterMember[]> {
    return this.memberStore.list(sql, campId);
  }

  staff(campId: string, sql: Sql = this.database.sql): Promise<RosterMember[]> {
    return this.memberStore.list(sql, campId, { role: 'instructor' });
  }

  /** Those of these, of whatever camp, who are still members. */
  findAll(memberIds: readonly string[], sql: Sql = this.database.sql): Promise<RosterMember[]> {
    return this.memberStore.findAll(sql, memberIds);
  }

  memberOf(userId: string, campId: string, sql: Sql = this.database.sql): Promise<RosterMember | null> {
    return this.memberStore.ofUser(sql, campId, userId);
  }

  /** Everywhere that an account is a member. */
  membershipsOf(userId: string, sql: Sql = this.database.sql): Promise<{ campId: string; memberId: string }[]> {
    return this.memberStore.campsOf(sql, userId);
  }

  /** Member id → name; those who left are missing. */
  async names(memberIds: readonly string[], sql: Sql = this.database.sql): Promise<Map<string, string>> {
    const members = await this.memberStore.findAll(sql, memberIds);
    return new Map(members.map(({ id, name }) => [id, name]));
  }

  /** Member id → account, for those who have one. */
  userIds(memberIds: readonly string[], sql: Sql = this.database.sql): Promise<Map<string, string>> {
    return this.memberStore.accountsOf(sql, memberIds);
  }

  /** Member id → profile, for those who have one. */
  async profiles(memberIds: readonly string[], sql: Sql = this.database.sql): Promise<Map<string, Profile>> {
    const users = await this.userIds(memberIds, sql);
    const profiles = await this.profileStore.findAll(sql, [...users.values()]);
    return new Map(
      [...users].flatMap(([memberId, userId]) => {
        const profile = profiles.get(userId);
        return profile === undefined ? [] : [[memberId, profile] as const];
      }),
    );
  }

  private profilesOf(members: readonly RosterMember[], sql: Sql): Promise<Map<string, Profile>> {
    return this.profileStore.findAll(
      sql,
      members.flatMap(({ userId }) => userId ?? []),
    );
  }
}
