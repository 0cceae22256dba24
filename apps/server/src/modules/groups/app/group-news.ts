import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Sql } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { type StreamName, Streams } from '../../../platform/streams/index.js';
import type { GroupRow } from '../store/group-store.js';
import { GROUPS_ARRANGED } from './topics.js';

type Told = Pick<GroupRow, 'id' | 'campId'>;
type Arranged = z.infer<typeof GROUPS_ARRANGED.payload>;

/** What is told of groups, in the transaction of the change: to those who look at them, and to other modules. */
@Injectable()
export class GroupNews {
  constructor(
    private readonly outbox: Outbox,
    private readonly streams: Streams,
  ) {}

  /** @param userIds who hears of it by their own stream: members, and who was one until now */
  async changed(tx: Sql, { id, campId, version }: GroupRow, userIds: Iterable<string>): Promise<void> {
    for (const stream of streamsOf({ id, campId }, userIds)) {
      await this.streams.append(tx, stream, 'group.changed', { groupId: id, version });
    }
  }

  async formed(tx: Sql, { id, campId }: Told, userIds: Iterable<string>): Promise<void> {
    const [, ...elsewhere] = streamsOf({ id, campId }, userIds);
    for (const stream of elsewhere) await this.streams.append(tx, stream, 'group.formed', { groupId: id, campId });
  }

  /** Who joins a group that stands hears of it as of one that was formed. */
  async joined(tx: Sql, { id, campId }: Told, userIds: Iterable<string>): Promise<void> {
    for (const userId of userIds) {
      await this.streams.append(tx, `user:${userId}`, 'group.formed', { groupId: id, campId });
    }
  }

  async closed(tx: Sql, { id, campId }: Told, userIds: Iterable<string>): Promise<void> {
    for (const stream of streamsOf({ id, campId }, userIds)) {
      await this.streams.append(tx, stream, 'group.dissolved', { groupId: id, campId });
    }
  }

  async arranged(tx: Sql, campId: string, what: Partial<Omit<Arranged, 'campId'>>): Promise<void> {
    await this.outbox.put(tx, GROUPS_ARRANGED, { campId, joined: [], left: [], opened: [], closed: [], ...what });
  }
}

const streamsOf = ({ id, campId }: Told, userIds: Iterable<string>): StreamName[] => [
  `group:${id}`,
  `camp:${campId}`,
  ...[...new Set(userIds)].map((userId): StreamName => `user:${userId}`),
];
