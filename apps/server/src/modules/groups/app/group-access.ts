import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { AppError, notFound } from '../../../kernel/app-error.js';
import { authorize, may, type Permission } from '../../../kernel/permissions.js';
import { CampAccess, type CampStanding } from '../../camps/index.js';
import { type GroupRow, GroupStore } from '../store/group-store.js';
import { MembershipStore } from '../store/membership-store.js';

/** What may be done with a group that stands no more. */
const ON_CLOSED: ReadonlySet<Permission> = new Set(['group.see', 'group.arrange']);
const CLOSED = 'This group was closed: it can be read, not changed.';

export interface GroupStanding {
  group: GroupRow;
  memberIds: string[];
  camp: CampStanding['camp'];
  /** The camp member that the actor is, null for admins from outside. */
  me: string | null;
  /** Staff see the whole explanation, students what is not private. */
  staff: boolean;
}

/** Asked in the first line of every use case that is about one group. Call it outside transactions. */
@Injectable()
export class GroupAccess {
  constructor(
    private readonly store: GroupStore,
    private readonly memberships: MembershipStore,
    private readonly camps: CampAccess,
  ) {}

  /**
   * @throws AppError `not_found` for those who may not see the group, in the same words as when there is none;
   * `forbidden` for those who see it but may not do this; `conflict` for what changes a group that was closed
   */
  async require(actor: Actor, groupId: string, permission: Permission): Promise<GroupStanding> {
    const group = await this.store.find(groupId);
    if (group === null) throw notFound('The group');
    const standing = await this.campStanding(actor, group.campId);
    const memberIds = (await this.memberships.of([groupId])).get(groupId) ?? [];
    const groupMember = standing.memberId !== null && memberIds.includes(standing.memberId);
    const inGroup = { campRole: standing.campRole, groupMember };
    if (!may(actor, 'group.see', inGroup)) throw notFound('The group');
    authorize(actor, permission, inGroup);
    if (group.closedAt !== null && !ON_CLOSED.has(permission)) throw new AppError('conflict', { detail: CLOSED });
    const staff = may(actor, 'camp.see-private', standing);
    return { group, memberIds, camp: standing.camp, me: standing.memberId, staff };
  }

  /** Whether somebody may hear the stream of the group: whoever may hears all of it. */
  async hearing(actor: Actor, groupId: string): Promise<'member' | null> {
    try {
      await this.require(actor, groupId, 'group.see');
      return 'member';
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }

  private async campStanding(actor: Actor, campId: string): Promise<CampStanding> {
    try {
      return await this.camps.require(actor, campId, 'camp.see');
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') throw notFound('The group');
      throw error;
    }
  }
}
