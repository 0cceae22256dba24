import { Injectable } from '@nestjs/common';
import type { ChannelKind } from '@tailcamp/contracts';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/id.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import { Roster } from '../../camps/index.js';
import { GroupPlaces } from '../../groups/index.js';
import { spokenIn } from '../domain/spoken.js';
import { type ChannelRow, ChannelStore } from '../store/channel-store.js';
import { MessageParts } from '../store/message-parts.js';
import { type MessageRow, MessageStore } from '../store/message-store.js';
import { ChannelStreams } from './channel-streams.js';
import { EnsureChannels } from './ensure-channels.js';

/** A message to be there from the start. */
export interface SeededMessage {
  memberId: string;
  text: string;
  minutesAgo: number;
  /** Its place among those that are seeded, where it answers one of them. */
  replyTo?: number | undefined;
  reactions: readonly { emoji: string; memberIds: readonly string[] }[];
  pinned: boolean;
}

/** Words for a channel in which nobody has said anything. Only the system seeds; it is in no contract. */
@Injectable()
export class SeedChat {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly roster: Roster,
    private readonly groups: GroupPlaces,
    private readonly channels: ChannelStore,
    private readonly messages: MessageStore,
    private readonly parts: MessageParts,
    private readonly streams: ChannelStreams,
    private readonly ensure: EnsureChannels,
  ) {}

  async inCamp(
    campId: string,
    kind: Extract<ChannelKind, 'general' | 'announcements'>,
    said: readonly SeededMessage[],
  ): Promise<void> {
    await this.ensure.run(campId, []);
    const channel = (await this.channels.ofCamp(campId)).find((one) => one.kind === kind);
    if (channel !== undefined) await this.seed(channel, said);
  }

  async inGroup(campId: string, groupId: string, said: readonly SeededMessage[]): Promise<void> {
    if ((await this.groups.find(groupId)) === null) return;
    await this.ensure.run(campId, [groupId]);
    const channel = await this.channels.ofGroup(groupId);
    if (channel !== null) await this.seed(channel, said);
  }

  /** Where anything was said already, nothing happens. */
  private async seed({ id }: ChannelRow, said: readonly SeededMessage[]): Promise<void> {
    const accounts = await this.roster.userIds(said.map(({ memberId }) => memberId));
    await this.database.transaction(async (tx) => {
      const channel = await this.channels.lock(tx, id);
      if (channel === null || channel.lastSeq > 0) return;
      const ids: string[] = [];
      for (const message of said) {
        const authorUser = accounts.get(message.memberId);
        ids.push(authorUser === undefined ? '' : await this.write(tx, channel, message, authorUser, ids));
      }
    });
  }

  private async write(
    tx: Sql,
    channel: ChannelRow,
    { memberId, text, minutesAgo, replyTo, reactions, pinned }: SeededMessage,
    authorUser: string,
    before: readonly string[],
  ): Promise<string> {
    const createdAt = new Date(this.clock.now().getTime() - minutesAgo * 60_000);
    const { rev, lastSeq: seq } = await this.channels.advance(tx, channel.id, 1);
    const { ids, tasks } = spokenIn(text);
    const row = await this.messages.insert(tx, {
      id: newId(createdAt.getTime()),
      channelId: channel.id,
      seq,
      rev,
      authorId: memberId,
      authorUser,
      clientId: newId(createdAt.getTime()),
      text,
      replyTo: (replyTo === undefined ? undefined : before[replyTo]) || null,
      mentions: ids,
      everyone: false,
      tasks,
      withheldFrom: null,
      createdAt,
    });
    await this.streams.tellMessage(tx, channel, 'message.sent', row);
    if (reactions.length > 0 || pinned) await this.mark(tx, channel, row, { memberId, reactions, pinned });
    return row.id;
  }

  private async mark(
    tx: Sql,
    channel: ChannelRow,
    { id, createdAt }: MessageRow,
    { memberId, reactions, pinned }: Pick<SeededMessage, 'memberId' | 'reactions' | 'pinned'>,
  ): Promise<void> {
    for (const { emoji, memberIds } of reactions) {
      for (const by of memberIds) {
        await this.parts.addReaction(tx, id, emoji, by, (await this.channels.advance(tx, channel.id)).rev);
      }
    }
    const { rev } = await this.channels.advance(tx, channel.id);
    const pin = pinned ? { pinnedAt: createdAt, pinnedBy: memberId } : {};
    await this.streams.tellMessage(tx, channel, 'message.changed', await this.messages.update(tx, id, { rev, ...pin }));
  }
}
