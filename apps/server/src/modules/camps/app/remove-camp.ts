import { Injectable } from '@nestjs/common';
import type { camps, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/app-error.js';
import { Database } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampStore } from '../store/camp-store.js';
import { MemberStore } from '../store/member-store.js';
import { CampAccess } from './camp-access.js';
import { CAMP_REMOVED } from './topics.js';

@Injectable()
export class RemoveCamp {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly streams: Streams,
    private readonly camps: CampStore,
    private readonly members: MemberStore,
    private readonly access: CampAccess,
  ) {}

  async run(actor: Actor, { campId }: ParsedInputOf<typeof camps.remove>): Promise<Record<string, never>> {
    await this.access.require(actor, campId, 'camp.remove');
    await this.database.transaction(async (tx) => {
      const camp = await this.camps.lock(tx, campId);
      if (camp === null) throw notFound('The camp');
      const userIds = await this.members.userIds(tx, campId);
      await this.camps.remove(tx, campId);
      await this.outbox.put(tx, CAMP_REMOVED, { campId, demo: camp.demo, userIds });
      await this.streams.append(tx, `camp:${campId}`, 'camp.deleted', { campId });
      for (const userId of userIds) await this.streams.append(tx, `user:${userId}`, 'camp.deleted', { campId });
    });
    this.outbox.nudge();
    return {};
  }
}
