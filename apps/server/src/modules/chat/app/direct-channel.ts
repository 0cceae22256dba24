import { Injectable } from '@nestjs/common';
import { type Channel, type chat, MOST_IN_DIRECT, type ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError, notFound } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/id.js';
import { Database } from '../../../platform/database/index.js';
import { CampAccess, Roster } from '../../camps/index.js';
import { ChannelStore, channelOf } from '../store/channel-store.js';
import { ChannelStreams } from './channel-streams.js';

/** The one channel that some people of a camp share with each other. */
@Injectable()
export class DirectChannel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly camps: CampAccess,
    private readonly roster: Roster,
    private readonly channels: ChannelStore,
    private readonly streams: ChannelStreams,
  ) {}

  async run(actor: Actor, { campId, memberIds }: ParsedInputOf<typeof chat.direct>): Promise<Channel> {
    const { memberId: me } = await this.camps.require(actor, campId, 'chat.write');
    if (me === null) throw new AppError('forbidden');
    const people = [...new Set([me, ...memberIds])].sort();
    if (people.length < 2 || people.length > MOST_IN_DIRECT) {
      const message = `Between 2 and ${MOST_IN_DIRECT} people, you among them`;
      throw new AppError('invalid_input', { fields: [{ field: 'memberIds', message }] });
    }
    const peopleKey = people.join(' ');
    const known = await this.channels.direct(campId, peopleKey);
    if (known !== null) return channelOf(known, people);
    await this.requireAccounts(campId, people);
    const createdAt = this.clock.now();
    const channel = { id: newId(createdAt.getTime()), campId, kind: 'direct', peopleKey, createdBy: me } as const;
    return this.database.transaction(async (tx) => {
      const made = await this.channels.insert(tx, { ...channel, createdAt }, people);
      if (made === null) {
        const other = await this.channels.direct(campId, peopleKey, tx);
        if (other === null) throw new Error('What keeps a direct channel from being made is one like it');
        return channelOf(other, people);
      }
      await this.streams.tell(tx, made, 'channel.opened', { channel: channelOf(made, people) });
      return channelOf(made, people);
    });
  }

  private async requireAccounts(campId: string, memberIds: readonly string[]): Promise<void> {
    const members = await this.roster.findAll(memberIds);
    if (members.filter((member) => member.campId === campId).length < memberIds.length) throw notFound('The member');
    if (members.some(({ userId }) => userId === null)) {
      const message = 'Somebody has not signed up yet, and could not read it';
      throw new AppError('invalid_input', { fields: [{ field: 'memberIds', message }] });
    }
  }
}
