import { Injectable } from '@nestjs/common';
import type { ChannelKind } from '@tailcamp/contracts';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/id.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import { GroupPlaces } from '../../groups/index.js';
import { type ChannelRow, ChannelStore, channelOf } from '../store/channel-store.js';
import { ChannelStreams } from './channel-streams.js';

interface Wanted {
  campId: string;
  kind: ChannelKind;
  groupId: string | null;
}
const OF_CAMP = ['general', 'announcements', 'staff'] as const;

/** The channels that are there by themselves are made when somebody first looks; a unique key keeps them single. */
@Injectable()
export class EnsureChannels {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly groups: GroupPlaces,
    private readonly channels: ChannelStore,
    private readonly streams: ChannelStreams,
  ) {}

  async run(campId: string, groupIds: readonly string[]): Promise<void> {
    const there = await this.channels.ofCamp(campId);
    const wanted: Wanted[] = [
      ...OF_CAMP.map((kind) => ({ campId, kind, groupId: null })),
      ...groupIds.map((groupId) => ({ campId, kind: 'group' as const, groupId })),
    ];
    const missing = wanted.filter(
      ({ kind, groupId }) => !there.some((channel) => channel.kind === kind && channel.groupId === groupId),
    );
    if (missing.length === 0) return;
    const createdAt = this.clock.now();
    await this.database.transaction(async (tx) => {
      for (const channel of missing) {
        const made = await this.channels.insert(tx, { id: newId(createdAt.getTime()), ...channel, createdAt });
        if (made !== null) await this.tell(tx, made);
      }
    });
  }

  private async tell(tx: Sql, row: ChannelRow): Promise<void> {
    const group = row.groupId === null ? null : await this.groups.find(row.groupId, tx);
    await this.streams.tell(tx, row, 'channel.opened', { channel: channelOf(row, [], group) });
  }
}
