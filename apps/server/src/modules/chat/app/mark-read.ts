import { Injectable } from '@nestjs/common';
import type { chat, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError } from '../../../kernel/app-error.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { showsSeen } from '../domain/rights.js';
import { MarkerStore } from '../store/marker-store.js';
import { ChannelAccess } from './channel-access.js';
import { ChannelStreams } from './channel-streams.js';
import { Readings } from './readings.js';

type Marked = OutputOf<typeof chat.read>;

/** How far one has read, on every device of theirs. */
@Injectable()
export class MarkRead {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly access: ChannelAccess,
    private readonly markers: MarkerStore,
    private readonly readings: Readings,
    private readonly told: ChannelStreams,
  ) {}

  /** Never takes back what was read on another device. */
  async read(actor: Actor, { channelId, seq }: ParsedInputOf<typeof chat.read>): Promise<Marked> {
    return this.mark(actor, channelId, async (tx, memberId, { lastSeq, readSeq }) => {
      const seen = await this.markers.seenSeq(channelId, memberId, tx);
      const to = Math.min(seq, lastSeq);
      return {
        moved: to > readSeq && (await this.markers.read(tx, channelId, memberId, to)),
        seen: to > seen ? to : null,
      };
    });
  }

  async unread(actor: Actor, { channelId, seq }: ParsedInputOf<typeof chat.unread>): Promise<Marked> {
    return this.mark(actor, channelId, async (tx, memberId, { lastSeq }) => {
      const from = Math.min(seq, Math.max(1, lastSeq));
      return { moved: await this.markers.unread(tx, channelId, memberId, from), seen: null };
    });
  }

  private async mark(
    actor: Actor,
    channelId: string,
    move: (
      tx: Sql,
      memberId: string,
      now: { readSeq: number; lastSeq: number },
    ) => Promise<{ moved: boolean; seen: number | null }>,
  ): Promise<Marked> {
    const { memberId, userId, channel, held } = await this.access.reader(actor, channelId);
    if (memberId === null)
      throw new AppError('forbidden', { detail: 'Only members of the camp keep what they have read.' });
    const reader = { campId: channel.campId, userId, memberId };
    const reading = async (tx: Sql) => {
      const state = (await this.readings.of(reader, [channel], tx)).get(channelId);
      if (state === undefined) throw new AppError('not_found');
      return state;
    };
    return this.database.transaction(async (tx) => {
      const { moved, seen } = await move(tx, memberId, await reading(tx));
      const { lastSeq: _, lastAt: __, ...state } = await reading(tx);
      const marked = { channelId, ...state };
      if (moved && seen !== null && showsSeen(held)) {
        await this.told.tell(tx, channel, 'channel.seen', { channelId, memberId, seq: seen });
      }
      if (moved) await this.streams.append(tx, `user:${userId}`, 'channel.read', marked);
      return marked;
    });
  }
}
