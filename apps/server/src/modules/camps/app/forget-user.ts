import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { MemberStore } from '../store/member-store.js';
import { ProfileStore } from '../store/profile-store.js';
import { MEMBER_LEFT } from './topics.js';

/** An account is no more: its profile goes, and its place in every camp. Done twice it does nothing more. */
@Injectable()
export class ForgetUser {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly streams: Streams,
    private readonly members: MemberStore,
    private readonly profiles: ProfileStore,
  ) {}

  async run({ userId }: { userId: string }): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.profiles.remove(tx, userId);
      for (const { campId, memberId } of await this.members.removeUser(tx, userId)) {
        await this.outbox.put(tx, MEMBER_LEFT, { campId, memberId, userId });
        await this.streams.append(tx, `camp:${campId}`, 'member.left', { memberId });
      }
    });
  }
}
