import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import type { Sql } from '../../../platform/database/index.js';
import { Roster } from '../../camps/index.js';
import { scoreForStudents } from '../domain/explanation.js';
import { GroupStore } from '../store/group-store.js';
import { MembershipStore } from '../store/membership-store.js';
import type { GroupToForm } from './form-groups.js';
import { GroupNews } from './group-news.js';

/** Takes one member into a group that stands, or out of it; the other groups stay as they are. */
@Injectable()
export class Regroup {
  constructor(
    private readonly roster: Roster,
    private readonly store: GroupStore,
    private readonly memberships: MembershipStore,
    private readonly news: GroupNews,
    private readonly clock: Clock,
  ) {}

  /**
   * For other modules, in their transaction: they have asked who may do it, and that the member is in no group.
   * @param described the group as it is with the new member, who is the last of its members
   * @returns false when the group is not at that version any more
   */
  async join(tx: Sql, groupId: string, version: number, described: Omit<GroupToForm, 'name'>): Promise<boolean> {
    const member = described.memberIds.at(-1);
    const group = await this.describeIn(tx, groupId, version, described);
    if (group === null || member === undefined) return false;
    await this.memberships.join(tx, groupId, [member], this.clock.now(), described.memberIds.length - 1);
    const accounts = await this.roster.userIds(described.memberIds, tx);
    await this.news.changed(tx, group, accounts.values());
    const newcomer = accounts.get(member);
    if (newcomer !== undefined) await this.news.joined(tx, group, [newcomer]);
    await this.news.arranged(tx, group.campId, { joined: [{ groupId, memberId: member }] });
    return true;
  }

  /**
   * Takes a member out of their group, if they are in one; a group that nobody is left in is closed.
   * @param userId the account of who leaves, for who is no member of the camp any more
   */
  async leave(tx: Sql, memberId: string, userId: string | null): Promise<void> {
    const groupId = (await this.memberships.groupOf([memberId], tx)).get(memberId);
    if (groupId === undefined) return;
    const now = this.clock.now();
    await this.memberships.leave(tx, groupId, [memberId], now);
    await this.store.loseLeader(tx, groupId, [memberId]);
    const group = await this.store.touch(tx, groupId);
    if (group === null) return;
    const staying = (await this.memberships.of([groupId], tx)).get(groupId) ?? [];
    const userIds = new Set((await this.roster.userIds(staying, tx)).values());
    if (userId !== null) userIds.add(userId);
    await this.news.changed(tx, group, userIds);
    const closed = staying.length === 0 ? [groupId] : [];
    await this.store.close(tx, closed, now);
    if (closed.length > 0) await this.news.closed(tx, group, []);
    await this.news.arranged(tx, group.campId, { left: [{ groupId, memberId }], closed });
  }

  /**
   * Says anew why a group is as good as it is, after its members have changed.
   * @returns false when it is not at that version any more
   */
  async describe(tx: Sql, groupId: string, version: number, described: Omit<GroupToForm, 'name'>): Promise<boolean> {
    const before = await this.store.groundsOf(groupId, tx);
    const formedWith = Math.max(before?.formedWith ?? before?.memberIds.length ?? 0, described.memberIds.length);
    const group = await this.describeIn(tx, groupId, version, described, formedWith);
    if (group === null) return false;
    const accounts = await this.roster.userIds(described.memberIds, tx);
    await this.news.changed(tx, group, accounts.values());
    return true;
  }

  private describeIn(
    tx: Sql,
    groupId: string,
    version: number,
    { memberIds, score, criteria, pairs, free = null }: Omit<GroupToForm, 'name'>,
    formedWith = memberIds.length,
  ) {
    const grounds = { memberIds, criteria, pairs, free, formedWith };
    return this.store.describe(tx, groupId, version, { score, studentScore: scoreForStudents(criteria), grounds });
  }
}
