import { Injectable } from '@nestjs/common';
import type { chatModeration, Message, messages, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { pins, reacts } from '../domain/rights.js';
import { ChannelStore } from '../store/channel-store.js';
import { MarkerStore } from '../store/marker-store.js';
import { MessageParts } from '../store/message-parts.js';
import { MessageStore } from '../store/message-store.js';
import { ChangeMessage, type LockedMessage } from './change-message.js';
import { ChannelAccess } from './channel-access.js';
import { ChannelStreams } from './channel-streams.js';
import { ChatPeople } from './chat-people.js';
import { isGone } from './edit-message.js';

const MOST_EMOJIS = 20;

/** What others put on a message: reactions, a pin, a lock on its thread; and who has seen it. */
@Injectable()
export class MarkMessage {
  constructor(
    private readonly clock: Clock,
    private readonly access: ChannelAccess,
    private readonly channels: ChannelStore,
    private readonly markers: MarkerStore,
    private readonly parts: MessageParts,
    private readonly store: MessageStore,
    private readonly changes: ChangeMessage,
    private readonly told: ChannelStreams,
    private readonly people: ChatPeople,
  ) {}

  async react(actor: Actor, { messageId, emoji, on }: ParsedInputOf<typeof messages.react>): Promise<Message> {
    const { message, standing } = await this.access.message(actor, messageId);
    const { memberId, held } = standing;
    if (memberId === null || !reacts(held, standing)) throw new AppError('forbidden');
    return this.changes.locked(message.channelId, messageId, memberId, (locked) =>
      on ? this.addReaction(locked, emoji, memberId) : this.takeReaction(locked, emoji, memberId),
    );
  }

  async pin(actor: Actor, { messageId, pinned }: ParsedInputOf<typeof messages.pin>): Promise<Message> {
    const { message, standing } = await this.access.message(actor, messageId);
    if (!pins(standing.held, standing)) throw new AppError('forbidden');
    return this.changes.run(message, standing.memberId, async ({ message: present }) => {
      if (present.deletedAt !== null) throw isGone();
      if ((present.pinnedAt !== null) === pinned) return null;
      return { pinnedAt: pinned ? this.clock.now() : null, pinnedBy: pinned ? standing.memberId : null };
    });
  }

  async lock(actor: Actor, { messageId, locked }: ParsedInputOf<typeof chatModeration.lock>): Promise<Message> {
    const { message, standing } = await this.access.message(actor, messageId);
    if (!standing.staff) throw new AppError('forbidden');
    if (message.replyTo !== null) {
      throw new AppError('conflict', { detail: 'Lock the message that began the thread.' });
    }
    return this.changes.run(message, standing.memberId, async ({ message: present }) =>
      present.locked === locked ? null : { locked },
    );
  }

  async seen(
    actor: Actor,
    { messageId }: ParsedInputOf<typeof messages.seen>,
  ): Promise<OutputOf<typeof messages.seen>> {
    const { message } = await this.access.message(actor, messageId);
    const seen = await this.markers.seen(message.channelId, message.seq);
    const others = seen.map(({ memberId }) => memberId).filter((id) => id !== message.authorId);
    return { people: await this.people.named(others) };
  }

  private async addReaction({ tx, channel, message }: LockedMessage, emoji: string, memberId: string): Promise<void> {
    if (message.deletedAt !== null) throw isGone();
    const emojis = await this.parts.emojis(tx, message.id);
    if (!emojis.has(emoji) && emojis.size >= MOST_EMOJIS) {
      throw new AppError('conflict', {
        detail: `A message takes ${MOST_EMOJIS} different reactions; join one of them.`,
      });
    }
    if (await this.parts.addReaction(tx, message.id, emoji, memberId, channel.rev + 1)) {
      await this.tell({ tx, channel, message }, emoji, memberId, true);
    }
  }

  private async takeReaction({ tx, channel, message }: LockedMessage, emoji: string, memberId: string): Promise<void> {
    if (await this.parts.removeReaction(tx, message.id, emoji, memberId)) {
      await this.tell({ tx, channel, message }, emoji, memberId, false);
    }
  }

  private async tell(
    { tx, channel, message }: LockedMessage,
    emoji: string,
    memberId: string,
    on: boolean,
  ): Promise<void> {
    const { rev } = await this.channels.advance(tx, channel.id);
    await this.store.update(tx, message.id, { rev });
    const reaction = { channelId: channel.id, messageId: message.id, rev, memberId, emoji, on };
    await this.told.tellBut(tx, channel, message.withheldFrom, 'message.reacted', reaction);
  }
}
