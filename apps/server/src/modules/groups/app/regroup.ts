import { Injectable } from '@nestjs/common';
import type { Sql } from '../../../platform/database/index.js';
import { type StreamName, Streams } from '../../../platform/streams/index.js';
import { Roster } from '../../camps/index.js';
import { scoreForStudents } from '../domain/explanation.js';
import { type GroupRow, GroupStore } from '../store/group-store.js';
import type { GroupToForm } from './form-groups.js';

/** Takes one member into a group that stands, or out of it; the other groups stay as they are. */
@Injectable()
export class Regroup {
  constructor(
    private readonly roster: Roster,
    private readonly streams: Streams,
    private readonly store: GroupStore,
  ) {}

  /**
   * For other modules, in their transaction: they have asked who may do it, and that the member is in no group.
   * @param described the group as it is with the new member, who is the last of its members
   * @returns false when the group is not at that version any more
   */
  async join(tx: Sql, groupId: string, version: number, described: Omit<GroupToForm, 'name'>): Promise<boolean> {
    const { memberIds, score, criteria, pairs, free = null } = described;
    const scores = { score, studentScore: scoreForStudents(criteria) };
    const group = await this.store.extend(tx, groupId, version, {
      ...scores,
      grounds: { memberIds, criteria, pairs, free },
    });
    const member = memberIds.at(-1);
    if (group === null || member === undefined) return false;
    await this.store.addMember(tx, groupId, member, memberIds.length - 1);
    const accounts = await this.roster.userIds(memberIds, tx);
    await this.tellChange(tx, group, [...accounts.values()]);
    const newcomer = accounts.get(member);
    const formed = { groupId, campId: group.campId };
    if (newcomer !== undefined) await this.streams.append(tx, `user:${newcomer}`, 'group.formed', formed);
    return true;
  }

  /**
   * Takes a member out of their group, if they are in one; a group that nobody is left in is dissolved.
   * @param userId the account of who leaves, for who is no member of the camp any more
   */
  async leave(tx: Sql, memberId: string, userId: string | null): Promise<void> {
    const group = await this.store.removeMember(tx, memberId);
    if (group === null) return;
    const staying = (await this.store.memberIds([group.id], tx)).get(group.id) ?? [];
    const userIds = new Set((await this.roster.userIds(staying, tx)).values());
    if (userId !== null) userIds.add(userId);
    await this.tellChange(tx, group, [...userIds]);
    if (staying.length > 0) return;
    await this.store.remove(tx, group.id);
    const { id: groupId, campId } = group;
    for (const stream of [`group:${groupId}`, `camp:${campId}`] as const) {
      await this.streams.append(tx, stream, 'group.dissolved', { groupId, campId });
    }
  }

  private async tellChange(tx: Sql, { id, campId, version }: GroupRow, userIds: readonly string[]): Promise<void> {
    const shownIn: StreamName[] = [`group:${id}`, `camp:${campId}`];
    for (const userId of userIds) shownIn.push(`user:${userId}`);
    for (const stream of shownIn) {
      await this.streams.append(tx, stream, 'group.changed', { groupId: id, version });
    }
  }
}
