import { Injectable } from '@nestjs/common';
import type { Channel, chat, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError, notFound } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/id.js';
import { may } from '../../../kernel/permissions.js';
import { Database } from '../../../platform/database/index.js';
import { CampAccess } from '../../camps/index.js';
import { GroupPlaces } from '../../groups/index.js';
import { ChannelStore, channelOf } from '../store/channel-store.js';
import { ModerationStore } from '../store/moderation-store.js';
import { ChannelStreams } from './channel-streams.js';

export const nameTaken = () =>
  new AppError('already_exists', { detail: 'There is a channel of that name; take another.' });

/** A channel about something, in the camp or in a group. */
@Injectable()
export class OpenChannel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly camps: CampAccess,
    private readonly groups: GroupPlaces,
    private readonly channels: ChannelStore,
    private readonly moderation: ModerationStore,
    private readonly streams: ChannelStreams,
  ) {}

  async run(actor: Actor, input: ParsedInputOf<typeof chat.open>): Promise<Channel> {
    const { campId, groupId, clientId, name, topic } = input;
    const standing = await this.camps.require(actor, campId, 'chat.write');
    const createdBy = standing.memberId;
    if (createdBy === null) throw new AppError('forbidden');
    if (groupId !== null) await this.requireGroup(groupId, campId, createdBy, may(actor, 'chat.moderate', standing));
    const createdAt = this.clock.now();
    if ((await this.moderation.mutedUntil(createdBy, createdAt)) !== null) throw new AppError('forbidden');
    const channel = { id: newId(createdAt.getTime()), campId, groupId, kind: 'topic', name, topic } as const;
    return this.database.transaction(async (tx) => {
      const made = await this.channels.insert(tx, { ...channel, createdBy, clientId, createdAt });
      if (made === null) {
        const earlier = await this.channels.openedBy(createdBy, clientId, tx);
        if (earlier === null) throw nameTaken();
        return channelOf(earlier);
      }
      await this.streams.tell(tx, made, 'channel.opened', { channel: channelOf(made) });
      return channelOf(made);
    });
  }

  private async requireGroup(groupId: string, campId: string, memberId: string, staff: boolean): Promise<void> {
    const group = await this.groups.find(groupId);
    const inIt = staff || (await this.groups.membersOf(groupId)).includes(memberId);
    if (group?.campId !== campId || !inIt) throw notFound('The group');
    if (group.closedAt !== null)
      throw new AppError('conflict', { detail: 'This group was closed; it can be read only.' });
  }
}
