import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { groupedBy } from '../../../kernel/grouped.js';
import { newId } from '../../../kernel/id.js';
import { Database } from '../../../platform/database/index.js';
import { ChannelStore, channelOf } from '../store/channel-store.js';
import { MarkerStore } from '../store/marker-store.js';
import { type MessageRow, MessageStore } from '../store/message-store.js';
import { ModerationStore } from '../store/moderation-store.js';
import { ChangeMessage } from './change-message.js';
import { ChannelStreams } from './channel-streams.js';
import { EnsureChannels } from './ensure-channels.js';

/** Messages erased in one transaction. */
const AT_ONCE = 200;

/** Keeps chat in step with camps, groups and accounts. Told at least once, so done twice it changes nothing. */
@Injectable()
export class Follow {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly channels: ChannelStore,
    private readonly messages: MessageStore,
    private readonly markers: MarkerStore,
    private readonly moderation: ModerationStore,
    private readonly changes: ChangeMessage,
    private readonly streams: ChannelStreams,
    private readonly ensure: EnsureChannels,
  ) {}

  async groupsOpened(campId: string, groupIds: readonly string[]): Promise<void> {
    if (groupIds.length > 0) await this.ensure.run(campId, groupIds);
  }

  /** The channels about something that are open for the whole camp; nothing that was said in them. */
  async campCopied(from: string, to: string): Promise<void> {
    const createdAt = this.clock.now();
    const topics = (await this.channels.topicsOf(from)).map(({ name, topic }) => ({ name, topic }));
    await this.database.transaction(async (tx) => {
      for (const topic of topics) {
        const channel = { id: newId(createdAt.getTime()), campId: to, kind: 'topic', createdAt, ...topic } as const;
        const made = await this.channels.insert(tx, channel);
        if (made !== null) await this.streams.tell(tx, made, 'channel.opened', { channel: channelOf(made) });
      }
    });
  }

  /** What they said stays; what was theirs alone goes. */
  async memberLeft(memberId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.markers.removeMember(tx, memberId);
      await this.moderation.removeMember(tx, memberId);
    });
  }

  async campRemoved(campId: string): Promise<void> {
    for (let ids = await this.idsIn(campId); ids.length > 0; ids = await this.idsIn(campId)) {
      await this.database.transaction(async (tx) => {
        await this.changes.forget(tx, ids);
        await this.messages.removeAll(tx, ids);
      });
    }
    await this.database.transaction(async (tx) => {
      await this.channels.removeCamp(tx, campId);
      await this.moderation.removeCamp(tx, campId);
    });
  }

  /** An account is no more: what it wrote goes too, its places stay. */
  async userRemoved(userId: string): Promise<void> {
    const deletion = { deletedBy: 'author', deletedReason: null, removedBy: null } as const;
    const some = () => this.messages.ofAccount(userId, AT_ONCE);
    for (let rows = await some(); rows.length > 0; rows = await some()) {
      for (const [channelId, ofChannel] of groupedBy(rows, (row) => row.channelId)) {
        await this.erase(channelId, ofChannel, { deletedAt: this.clock.now(), ...deletion });
      }
    }
  }

  private async erase(
    channelId: string,
    rows: readonly MessageRow[],
    deletion: Parameters<ChangeMessage['eraseHeld']>[1],
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const channel = await this.channels.lock(tx, channelId);
      if (channel === null) return;
      for (const { id } of rows) {
        const message = await this.messages.find(id, tx);
        if (message !== null) await this.changes.eraseHeld({ tx, channel, message }, deletion);
      }
      await this.moderation.forgetReported(
        tx,
        rows.map(({ id }) => id),
      );
    });
  }

  private async idsIn(campId: string): Promise<string[]> {
    return this.messages.idsIn(await this.channels.idsOf(campId), AT_ONCE);
  }
}
