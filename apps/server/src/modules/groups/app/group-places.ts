import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../../../platform/database/index.js';
import { GroupStore } from '../store/group-store.js';
import { MembershipStore } from '../store/membership-store.js';

/** A group as a place that people are in, or were in when it was closed. */
export interface GroupPlace {
  id: string;
  campId: string;
  name: string;
  /** Since then it can be read only. */
  closedAt: Date | null;
}

/** Where members belong, for other modules: they ask who may do what there. Inside a transaction, pass it. */
@Injectable()
export class GroupPlaces {
  constructor(
    private readonly database: Database,
    private readonly store: GroupStore,
    private readonly memberships: MembershipStore,
  ) {}

  find(groupId: string, sql?: Sql): Promise<GroupPlace | null> {
    return this.store.find(groupId, sql);
  }

  /** Who is in it, or was when it was closed, in the order in which they stand there. */
  async membersOf(groupId: string, sql?: Sql): Promise<string[]> {
    return (await this.memberships.of([groupId], sql)).get(groupId) ?? [];
  }

  /** The group that a member is in, and those that they were in to their end. */
  async of(memberId: string, sql: Sql = this.database.sql): Promise<GroupPlace[]> {
    const current = [...(await this.memberships.groupOf([memberId], sql)).values()];
    const closed = await this.memberships.closedGroupsOf([memberId], sql);
    return [...(await this.store.some([...current, ...closed], sql)).values()];
  }
}
