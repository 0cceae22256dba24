import { Injectable } from '@nestjs/common';
import type { camps, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError, notFound } from '../../../kernel/app-error.js';
import { authorize } from '../../../kernel/permissions.js';
import { Database } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampStore } from '../store/camp-store.js';
import { MemberStore } from '../store/member-store.js';
import { CampAccess } from './camp-access.js';
import { MEMBER_LEFT } from './topics.js';

/** Staff take somebody out; anybody may leave. */
@Injectable()
export class RemoveMember {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly streams: Streams,
    private readonly camps: CampStore,
    private readonly members: MemberStore,
    private readonly access: CampAccess,
  ) {}

  async run(
    actor: Actor,
    { campId, memberId }: ParsedInputOf<typeof camps.removeMember>,
  ): Promise<Record<string, never>> {
    const standing = await this.access.require(actor, campId, 'camp.see');
    if (memberId !== standing.memberId) authorize(actor, 'camp.manage-members', standing);
    await this.database.transaction(async (tx) => {
      await this.camps.lock(tx, campId);
      const member = await this.members.find(tx, campId, memberId);
      if (member === null) throw notFound('The member');
      if (member.role === 'instructor' && (await this.members.count(tx, campId, 'instructor')) === 1) {
        throw new AppError('conflict', { detail: 'A camp keeps at least one instructor; add another one first.' });
      }
      await this.members.remove(tx, memberId);
      await this.outbox.put(tx, MEMBER_LEFT, { campId, memberId, userId: member.userId });
      await this.streams.append(tx, `camp:${campId}`, 'member.left', { memberId });
      if (member.userId !== null) await this.streams.append(tx, `user:${member.userId}`, 'member.left', { memberId });
    });
    this.outbox.nudge();
    return {};
  }
}
