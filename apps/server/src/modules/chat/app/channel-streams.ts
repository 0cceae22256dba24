import { Injectable } from '@nestjs/common';
import type { EventData, EventKind } from '@tailcamp/contracts';
import type { Sql } from '../../../platform/database/index.js';
import { type StreamName, Streams } from '../../../platform/streams/index.js';
import { Roster } from '../../camps/index.js';
import { type ChannelRow, ChannelStore } from '../store/channel-store.js';
import { type MessageRow, MessageStore, messageOf } from '../store/message-store.js';

type MessageEvent = 'message.sent' | 'message.changed' | 'message.deleted';

/**
 * Where a channel tells of itself: in the stream of its camp or group, whose listeners are its readers; the staff's and
 * direct ones, whose readers are fewer than those of any such stream, in the stream of each of them.
 */
@Injectable()
export class ChannelStreams {
  constructor(
    private readonly streams: Streams,
    private readonly roster: Roster,
    private readonly channels: ChannelStore,
    private readonly messages: MessageStore,
  ) {}

  /** For one reader. */
  streamFor(channel: ChannelRow, userId: string): StreamName {
    return shared(channel) ?? `user:${userId}`;
  }

  tell<K extends EventKind>(tx: Sql, channel: ChannelRow, kind: K, data: EventData<K>): Promise<void> {
    return this.tellBut(tx, channel, null, kind, data);
  }

  /** The same, but to one member not at all. */
  async tellBut<K extends EventKind>(
    tx: Sql,
    channel: ChannelRow,
    but: string | null,
    kind: K,
    data: EventData<K>,
  ): Promise<void> {
    for (const { stream, memberId } of await this.listeners(tx, channel)) {
      if (memberId === null || memberId !== but) await this.streams.append(tx, stream, kind, data);
    }
  }

  /** Tells of a message as each listener sees it; whom it was withheld from hears nothing. */
  async tellMessage(tx: Sql, channel: ChannelRow, kind: MessageEvent, row: MessageRow): Promise<void> {
    for (const { stream, memberId } of await this.listeners(tx, channel)) {
      if (memberId !== null && memberId === row.withheldFrom) continue;
      const [message] = kind === 'message.sent' ? [messageOf(row)] : await this.messages.whole([row], memberId, tx);
      if (message !== undefined) await this.streams.append(tx, stream, kind, { message }, row.id);
    }
  }

  /** The streams in which the channel tells; `memberId` where it is that of one reader. */
  async listeners(tx: Sql, channel: ChannelRow): Promise<{ stream: StreamName; memberId: string | null }[]> {
    const stream = shared(channel);
    if (stream !== null) return [{ stream, memberId: null }];
    const accounts =
      channel.kind === 'staff'
        ? (await this.roster.staff(channel.campId, tx)).map(({ id, userId }) => [id, userId] as const)
        : await this.roster.userIds((await this.channels.people([channel.id], tx)).get(channel.id) ?? [], tx);
    return [...accounts].flatMap(([memberId, userId]) => {
      return userId === null ? [] : [{ stream: `user:${userId}` as const, memberId }];
    });
  }
}

function shared({ kind, campId, groupId }: ChannelRow): StreamName | null {
  if (kind === 'direct' || kind === 'staff') return null;
  return groupId === null ? `camp:${campId}` : `group:${groupId}`;
}
