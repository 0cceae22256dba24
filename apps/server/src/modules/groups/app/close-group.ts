import { Injectable } from '@nestjs/common';
import type { Group, groups, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError, notFound } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import { Roster } from '../../camps/index.js';
import { GroupStore } from '../store/group-store.js';
import { MembershipStore } from '../store/membership-store.js';
import { GetGroup } from './get-group.js';
import { GroupAccess } from './group-access.js';
import { GroupNews } from './group-news.js';

import { MoveMembers } from './move-members.js';

/** Staff archive groups, merge them, and let them stand again. What is done twice changes nothing. */
@Injectable()
export class CloseGroup {
  constructor(
    private readonly database: Database,
    private readonly roster: Roster,
    private readonly access: GroupAccess,
    private readonly store: GroupStore,
    private readonly memberships: MembershipStore,
    private readonly moveMembers: MoveMembers,
    private readonly news: GroupNews,
    private readonly getGroup: GetGroup,
    private readonly clock: Clock,
  ) {}

  async close(actor: Actor, { groupId }: ParsedInputOf<typeof groups.close>): Promise<Group> {
    const { memberIds } = await this.access.require(actor, groupId, 'group.arrange');
    const userIds = await this.roster.userIds(memberIds);
    await this.database.transaction(async (tx) => {
      const group = await this.store.lockOne(tx, groupId);
      if (group === null || group.closedAt !== null) return;
      await this.memberships.end(tx, [groupId]);
      await this.store.close(tx, [groupId], this.clock.now());
      await this.news.closed(tx, group, userIds.values());
      await this.news.arranged(tx, group.campId, { closed: [groupId] });
    });
    return this.getGroup.run(actor, { groupId });
  }

  /** Its members go on in the other group, whose workspace is theirs from now on. */
  async merge(actor: Actor, { groupId, into }: ParsedInputOf<typeof groups.merge>): Promise<Group> {
    const { group, memberIds } = await this.access.require(actor, groupId, 'group.arrange');
    const other = await this.access.require(actor, into, 'group.arrange');
    if (groupId === into || other.group.campId !== group.campId) {
      throw new AppError('conflict', { detail: 'A group is merged into another one of its camp.' });
    }
    const userIds = await this.roster.userIds(memberIds);
    await this.database.transaction(async (tx) => {
      const standing = new Set((await this.store.lock(tx, group.campId)).map(({ id }) => id));
      if (!standing.has(into)) throw new AppError('conflict', { detail: 'The other group was closed.' });
      if (!standing.has(groupId)) throw new AppError('conflict', { detail: 'This group was closed already.' });
      const members = (await this.memberships.of([groupId], tx)).get(groupId) ?? [];
      await this.memberships.end(tx, [groupId]);
      await this.store.close(tx, [groupId], this.clock.now(), into);
      await this.news.closed(tx, group, userIds.values());
      await this.news.arranged(tx, group.campId, { closed: [groupId] });
      await this.moveMembers.run(
        tx,
        group.campId,
        members.map((memberId) => ({ memberId, groupId: into })),
      );
    });
    return this.getGroup.run(actor, { groupId: into });
  }

  async reopen(actor: Actor, { groupId }: ParsedInputOf<typeof groups.reopen>): Promise<Group> {
    const { group, memberIds } = await this.access.require(actor, groupId, 'group.arrange');
    const { campId } = group;
    await this.database.transaction(async (tx) => {
      await this.store.lock(tx, campId);
      const closed = await this.store.lockOne(tx, groupId);
      if (closed === null) throw notFound('The group');
      if (closed.closedAt === null) return;
      const elsewhere = await this.memberships.groupOf(memberIds, tx);
      const back = memberIds.filter((id) => [undefined, closed.mergedInto].includes(elsewhere.get(id)));
      if (back.length === 0) {
        throw new AppError('conflict', {
          detail: 'All of its members are in other groups; move one out of theirs first.',
        });
      }
      const number = (await this.store.highestNumber(tx, campId)) + 1;
      const reopened = await this.store.reopen(tx, groupId, number);
      const gone = memberIds.filter((id) => !back.includes(id));
      await this.memberships.leave(tx, groupId, gone, this.clock.now());
      await this.moveMembers.run(
        tx,
        campId,
        back.map((memberId) => ({ memberId, groupId })),
      );
      if (reopened !== null) await this.news.formed(tx, reopened, []);
      await this.news.arranged(tx, campId, { opened: [groupId] });
    });
    return this.getGroup.run(actor, { groupId });
  }
}
