import { Injectable } from '@nestjs/common';
import type { chatModeration, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../kernel/actor.js';
import { AppError, notFound } from '../../../kernel/app-error.js';
import { Database } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampAccess, Roster } from '../../camps/index.js';
import { ModerationStore } from '../store/moderation-store.js';

/** Whose messages one wants folded; what they send to one alone from now on does not arrive. Staff can be blocked too. */
@Injectable()
export class BlockMember {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly camps: CampAccess,
    private readonly roster: Roster,
    private readonly store: ModerationStore,
  ) {}

  async run(
    actor: Actor,
    { campId, memberId, blocked }: ParsedInputOf<typeof chatModeration.block>,
  ): Promise<OutputOf<typeof chatModeration.block>> {
    const { memberId: me } = await this.camps.require(actor, campId, 'chat.write');
    if (me === null) throw new AppError('forbidden');
    if (me === memberId) {
      throw new AppError('invalid_input', { fields: [{ field: 'memberId', message: 'You cannot block yourself' }] });
    }
    const [member] = await this.roster.findAll([memberId]);
    if (member?.campId !== campId) throw notFound('The member');
    const { userId } = personBehind(actor);
    return this.database.transaction(async (tx) => {
      if (await this.store.block(tx, campId, me, memberId, blocked)) {
        await this.streams.append(tx, `user:${userId}`, 'chat.blocked', { campId, memberId, blocked });
      }
      return { blocked: await this.store.blockedBy(me, tx) };
    });
  }
}
