import { Injectable } from '@nestjs/common';
import type { chatModeration, Message, Mute, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../kernel/actor.js';
import { AppError, notFound } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampAccess, Roster, type RosterMember } from '../../camps/index.js';
import { ChannelStore } from '../store/channel-store.js';
import { MessageStore } from '../store/message-store.js';
import { ModerationStore } from '../store/moderation-store.js';
import { ChangeMessage } from './change-message.js';
import { ChatPeople } from './chat-people.js';

/** What staff do so that people can go on talking with each other. */
@Injectable()
export class Moderate {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly camps: CampAccess,
    private readonly roster: Roster,
    private readonly channels: ChannelStore,
    private readonly messages: MessageStore,
    private readonly store: ModerationStore,
    private readonly changes: ChangeMessage,
    private readonly people: ChatPeople,
  ) {}

  /** In a direct channel, which staff do not read, only what somebody of it has shown them. */
  async remove(actor: Actor, { messageId, reason }: ParsedInputOf<typeof chatModeration.remove>): Promise<Message> {
    const message = await this.messages.find(messageId);
    const channel = message === null ? null : await this.channels.find(message.channelId);
    if (message === null || channel === null) throw notFound('The message');
    const standing = await this.camps.require(actor, channel.campId, 'chat.moderate').catch((error) => {
      throw error instanceof AppError && error.code === 'not_found' ? notFound('The message') : error;
    });
    if (channel.kind === 'direct' && !(await this.store.reported(messageId))) throw notFound('The message');
    return this.changes.erase(message, standing.memberId, {
      deletedAt: this.clock.now(),
      deletedBy: 'staff',
      deletedReason: reason,
      removedBy: personBehind(actor).userId,
    });
  }

  async mutes(
    actor: Actor,
    { campId }: ParsedInputOf<typeof chatModeration.mutes>,
  ): Promise<OutputOf<typeof chatModeration.mutes>> {
    await this.camps.require(actor, campId, 'chat.moderate');
    const mutes = await this.store.mutes(campId, this.clock.now());
    return { mutes, people: await this.people.named(mutes.map(({ memberId }) => memberId)) };
  }

  async mute(
    actor: Actor,
    { campId, memberId, until, reason }: ParsedInputOf<typeof chatModeration.mute>,
  ): Promise<Mute> {
    await this.camps.require(actor, campId, 'chat.moderate');
    const member = await this.student(campId, memberId);
    const since = this.clock.now();
    const end = new Date(until);
    if (end <= since) {
      throw new AppError('invalid_input', { fields: [{ field: 'until', message: 'Give a moment that is to come' }] });
    }
    const mutedBy = personBehind(actor).userId;
    await this.database.transaction(async (tx) => {
      await this.store.mute(tx, { memberId, campId, until: end, reason, since, mutedBy });
      if (member.userId !== null) {
        await this.streams.append(tx, `user:${member.userId}`, 'chat.muted', { campId, until: end.toISOString() });
      }
    });
    return { memberId, until: end.toISOString(), reason, since: since.toISOString() };
  }

  async unmute(
    actor: Actor,
    { campId, memberId }: ParsedInputOf<typeof chatModeration.unmute>,
  ): Promise<Record<string, never>> {
    await this.camps.require(actor, campId, 'chat.moderate');
    const { userId } = await this.student(campId, memberId);
    await this.database.transaction(async (tx) => {
      if (!(await this.store.unmute(tx, memberId)) || userId === null) return;
      await this.streams.append(tx, `user:${userId}`, 'chat.muted', { campId, until: null });
    });
    return {};
  }

  private async student(campId: string, memberId: string): Promise<RosterMember> {
    const [member] = await this.roster.findAll([memberId]);
    if (member?.campId !== campId) throw notFound('The member');
    if (member.role !== 'student') throw new AppError('forbidden', { detail: 'Staff are not muted.' });
    return member;
  }
}
