import { Injectable } from '@nestjs/common';
import type { Message } from '@tailcamp/contracts';
import { notFound } from '../../../kernel/app-error.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { type ChannelRow, ChannelStore } from '../store/channel-store.js';
import { type Deletion, type MessageRow, MessageStore } from '../store/message-store.js';
import { ChannelStreams } from './channel-streams.js';

/** A message with the lock of its channel held. */
export interface LockedMessage {
  tx: Sql;
  channel: ChannelRow;
  message: MessageRow;
}

/** How a message that stands is changed: its channel locked, one revision more, and told. Who may was asked. */
@Injectable()
export class ChangeMessage {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly channels: ChannelStore,
    private readonly store: MessageStore,
    private readonly told: ChannelStreams,
  ) {}

  /**
   * @param to what changes, decided with the channel locked; null for nothing, which is then told to nobody
   * @returns the message as `me` sees it
   */
  async run(
    { channelId, id }: Pick<MessageRow, 'channelId' | 'id'>,
    me: string | null,
    to: (held: LockedMessage) => Promise<Partial<MessageRow> | null>,
  ): Promise<Message> {
    return this.locked(channelId, id, me, async (held) => {
      const change = await to(held);
      if (change === null) return;
      const { rev } = await this.channels.advance(held.tx, channelId);
      const row = await this.store.update(held.tx, id, { ...change, rev });
      await this.told.tellMessage(held.tx, held.channel, 'message.changed', row);
    });
  }

  /** Its text goes from everywhere, kept events included; the place stays. Done again, it changes nothing. */
  erase(
    { channelId, id }: Pick<MessageRow, 'channelId' | 'id'>,
    me: string | null,
    deletion: Deletion,
  ): Promise<Message> {
    return this.locked(channelId, id, me, (held) => this.eraseHeld(held, deletion));
  }

  async eraseHeld({ tx, channel, message }: LockedMessage, deletion: Deletion): Promise<void> {
    if (message.deletedAt !== null) return;
    const { rev } = await this.channels.advance(tx, channel.id);
    const row = await this.store.erase(tx, message.id, rev, deletion);
    await this.forget(tx, [message.id]);
    await this.told.tellMessage(tx, channel, 'message.deleted', row);
  }

  /** What was written in these is kept in no event any more. */
  forget(tx: Sql, messageIds: readonly string[]): Promise<void> {
    return this.streams.redact(tx, messageIds, 'message', { text: '', tasks: [] });
  }

  async locked(
    channelId: string,
    id: string,
    me: string | null,
    work: (held: LockedMessage) => Promise<void>,
  ): Promise<Message> {
    return this.database.transaction(async (tx) => {
      const channel = await this.channels.lock(tx, channelId);
      const message = await this.store.find(id, tx);
      if (channel === null || message === null) throw notFound('The message');
      await work({ tx, channel, message });
      const row = await this.store.find(id, tx);
      const [whole] = row === null ? [] : await this.store.whole([row], me, tx);
      if (whole === undefined) throw notFound('The message');
      return whole;
    });
  }
}
