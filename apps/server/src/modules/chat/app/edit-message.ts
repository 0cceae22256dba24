import { Injectable } from '@nestjs/common';
import type { Message, messages, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError, stale } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { spokenIn } from '../domain/spoken.js';
import { type MessageRow, MessageStore } from '../store/message-store.js';
import { ChangeMessage } from './change-message.js';
import { ChannelAccess } from './channel-access.js';

export const isGone = () => new AppError('conflict', { detail: 'This message was deleted.' });

/** What one wrote, written otherwise or taken back. */
@Injectable()
export class EditMessage {
  constructor(
    private readonly clock: Clock,
    private readonly access: ChannelAccess,
    private readonly store: MessageStore,
    private readonly changes: ChangeMessage,
  ) {}

  async run(actor: Actor, { messageId, text, version }: ParsedInputOf<typeof messages.edit>): Promise<Message> {
    const { message, standing } = await this.access.message(actor, messageId);
    this.requireAuthor(message, standing.memberId);
    const { memberId } = await this.access.mayWrite(standing);
    return this.changes.run(message, memberId, async ({ tx, message: present }) => {
      if (present.deletedAt !== null) throw isGone();
      if (present.version !== version) throw stale((await this.store.whole([present], memberId, tx))[0]);
      if (present.text === text) return null;
      const editedAt = this.clock.now();
      await this.store.keepEdit(tx, present, editedAt);
      return { text, tasks: spokenIn(text).tasks, editedAt, version: version + 1 };
    });
  }

  async remove(actor: Actor, { messageId }: ParsedInputOf<typeof messages.remove>): Promise<Message> {
    const { message, standing } = await this.access.message(actor, messageId);
    this.requireAuthor(message, standing.memberId);
    const deletion = {
      deletedAt: this.clock.now(),
      deletedBy: 'author',
      deletedReason: null,
      removedBy: null,
    } as const;
    return this.changes.erase(message, standing.memberId, deletion);
  }

  /** What it was before, for whoever may read it. */
  async edits(
    actor: Actor,
    { messageId }: ParsedInputOf<typeof messages.edits>,
  ): Promise<OutputOf<typeof messages.edits>> {
    await this.access.message(actor, messageId);
    const edits = await this.store.edits(messageId);
    return { edits: edits.map(({ text, until }) => ({ text, until: until.toISOString() })) };
  }

  private requireAuthor({ authorId }: MessageRow, memberId: string | null): void {
    if (authorId !== memberId) throw new AppError('forbidden', { detail: 'Only who wrote a message changes it.' });
  }
}
