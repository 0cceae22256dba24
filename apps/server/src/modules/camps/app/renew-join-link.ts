import { Injectable } from '@nestjs/common';
import type { camps, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/app-error.js';
import { Database } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampStore } from '../store/camp-store.js';
import { CampAccess } from './camp-access.js';
import { newJoinCode } from './join-code.js';

@Injectable()
export class RenewJoinLink {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly camps: CampStore,
    private readonly access: CampAccess,
  ) {}

  async run(
    actor: Actor,
    { campId, open }: ParsedInputOf<typeof camps.renewJoinLink>,
  ): Promise<OutputOf<typeof camps.renewJoinLink>> {
    await this.access.require(actor, campId, 'camp.manage-members');
    const joinCode = open ? newJoinCode() : null;
    await this.database.transaction(async (tx) => {
      const camp = await this.camps.lock(tx, campId);
      if (camp === null) throw notFound('The camp');
      await this.camps.setJoinCode(tx, camp, joinCode);
      await this.streams.append(tx, `camp:${campId}`, 'camp.changed', { campId, version: camp.version + 1 });
    });
    return { joinCode };
  }
}
