import { Injectable } from '@nestjs/common';
import { type Actor, personBehind } from '../../../kernel/actor.js';
import { AppError, notFound } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { may } from '../../../kernel/permissions.js';
import { CampAccess, type CampStanding } from '../../camps/index.js';
import { type GroupPlace, GroupPlaces } from '../../groups/index.js';
import { type Held, type Reader, refusal, sees } from '../domain/rights.js';
import { type ChannelRow, ChannelStore } from '../store/channel-store.js';
import { type MessageRow, MessageStore, visibleIn } from '../store/message-store.js';
import { ModerationStore } from '../store/moderation-store.js';

/** What somebody is to one channel. */
export interface ChannelStanding extends Reader {
  channel: ChannelRow;
  held: Held;
  people: string[];
  userId: string;
}
/** Whoever writes is a member. */
export type WriterStanding = ChannelStanding & { memberId: string };

const REFUSALS = {
  outside: ['forbidden', 'Only members of the camp write here.'],
  staff: ['forbidden', 'Only staff write here.'],
  archived: ['conflict', 'This channel is archived; it can be read only.'],
} as const;
const refused = (why: keyof typeof REFUSALS) => new AppError(REFUSALS[why][0], { detail: REFUSALS[why][1] });

const heldOf = ({ kind, groupId, createdBy, archivedAt }: ChannelRow, group: GroupPlace | null): Held => {
  return {
    kind,
    groupId,
    createdBy,
    archived: archivedAt !== null,
    closed: groupId !== null && group?.closedAt !== null,
  };
};

/** Asked in the first line of every use case that is about one channel or message. Call it outside transactions. */
@Injectable()
export class ChannelAccess {
  constructor(
    private readonly camps: CampAccess,
    private readonly groups: GroupPlaces,
    private readonly clock: Clock,
    private readonly channels: ChannelStore,
    private readonly messages: MessageStore,
    private readonly moderation: ModerationStore,
  ) {}

  /** @throws AppError `not_found` for those who may not read the channel, in the same words as when there is none */
  async reader(actor: Actor, channelId: string): Promise<ChannelStanding> {
    const { userId } = personBehind(actor);
    const channel = await this.channels.find(channelId);
    if (channel === null) throw notFound('The channel');
    const { memberId, ...camp } = await this.campStanding(actor, channel.campId);
    const people = (await this.channels.people([channelId])).get(channelId) ?? [];
    const group = channel.groupId === null ? null : await this.groups.find(channel.groupId);
    const held = heldOf(channel, group);
    const reader = {
      memberId,
      staff: may(actor, 'chat.moderate', camp),
      inGroup: memberId !== null && group !== null && (await this.groups.membersOf(group.id)).includes(memberId),
      inPeople: memberId !== null && people.includes(memberId),
    };
    if (!sees(held, reader)) throw notFound('The channel');
    return { ...reader, channel, held, people, userId };
  }

  /**
   * @throws AppError `not_found` as `reader`; `forbidden` for who reads but may not write, or is muted; `conflict` where
   * nobody writes any more
   */
  async writer(actor: Actor, channelId: string): Promise<WriterStanding> {
    return this.mayWrite(await this.reader(actor, channelId));
  }

  /** The same for who has been asked about reading already. */
  async mayWrite(standing: ChannelStanding): Promise<WriterStanding> {
    const { held, memberId } = standing;
    const why = refusal(held, standing);
    if (why !== null || memberId === null) throw refused(why ?? 'outside');
    const until = await this.moderation.mutedUntil(memberId, this.clock.now());
    if (until !== null) throw new AppError('forbidden', { detail: `You may write again from ${until.toISOString()}.` });
    return { ...standing, memberId };
  }

  /** @throws AppError `not_found` for a message that is not there for them */
  async message(actor: Actor, messageId: string): Promise<{ message: MessageRow; standing: ChannelStanding }> {
    const message = await this.messages.find(messageId);
    if (message === null) throw notFound('The message');
    const standing = await this.reader(actor, message.channelId).catch((error) => {
      throw error instanceof AppError && error.code === 'not_found' ? notFound('The message') : error;
    });
    if (!visibleIn(message, standing.memberId)) throw notFound('The message');
    return { message, standing };
  }

  private async campStanding(actor: Actor, campId: string): Promise<CampStanding> {
    try {
      return await this.camps.require(actor, campId, 'chat.see');
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') throw notFound('The channel');
      throw error;
    }
  }
}
