import { Injectable } from '@nestjs/common';
import type { ChannelState } from '@tailcamp/contracts';
import { Database, type Sql } from '../../../platform/database/index.js';
import { Roster } from '../../camps/index.js';
import type { ChannelRow } from '../store/channel-store.js';
import { MarkerStore } from '../store/marker-store.js';

type ReadingState = Pick<ChannelState, 'readSeq' | 'marker' | 'unread' | 'mentions' | 'rev' | 'lastSeq' | 'lastAt'>;

/** How far somebody has read, and what is unread. */
@Injectable()
export class Readings {
  constructor(
    private readonly database: Database,
    private readonly roster: Roster,
    private readonly markers: MarkerStore,
  ) {}

  /** By channel. Who looks on from outside has read everything. */
  async of(
    { campId, userId, memberId }: { campId: string; userId: string; memberId: string | null },
    channels: readonly ChannelRow[],
    sql: Sql = this.database.sql,
  ): Promise<Map<string, ReadingState>> {
    const member = await this.roster.memberOf(userId, campId, sql);
    const nobody = { memberId: NOBODY, joinedAt: new Date(0) };
    const rows = await this.markers.readings(
      channels.map(({ id }) => id),
      memberId === null || member === null ? nobody : { memberId, joinedAt: member.joinedAt },
      sql,
    );
    return new Map(
      [...rows].map(([id, { lastAt, ...row }]) => {
        const { marker, rev, lastSeq } = row;
        const all = memberId === null ? { readSeq: lastSeq, unread: 0, mentions: 0 } : row;
        const { readSeq, unread, mentions } = all;
        const at = lastAt === null ? null : new Date(lastAt).toISOString();
        return [id, { readSeq, marker, unread, mentions, rev, lastSeq, lastAt: at }];
      }),
    );
  }
}

/** An id that is nobody's. */
const NOBODY = '00000000-0000-7000-8000-000000000000';
