import { Injectable } from '@nestjs/common';
import type { History, messages, OutputOf, ParsedInputOf, Thread } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/app-error.js';
import { Streams } from '../../../platform/streams/index.js';
import { showsSeen } from '../domain/rights.js';
import { MarkerStore } from '../store/marker-store.js';
import { type MessageRow, MessageStore, visibleIn } from '../store/message-store.js';
import { ChannelAccess, type ChannelStanding } from './channel-access.js';
import { ChannelStreams } from './channel-streams.js';

interface Stretch {
  rows: MessageRow[];
  before: boolean;
  after: boolean;
}

/** What was said in a channel: a stretch of it, a thread, what is pinned. */
@Injectable()
export class ReadHistory {
  constructor(
    private readonly streams: Streams,
    private readonly access: ChannelAccess,
    private readonly store: MessageStore,
    private readonly markers: MarkerStore,
    private readonly told: ChannelStreams,
  ) {}

  async run(actor: Actor, input: ParsedInputOf<typeof messages.history>): Promise<History> {
    const standing = await this.access.reader(actor, input.channelId);
    const position = await this.position(standing);
    const { rows, before, after } = await this.stretch(standing, input);
    const { channelId } = input;
    const seen = showsSeen(standing.held) ? await this.markers.seen(channelId) : [];
    const said = await this.store.whole(rows, standing.memberId);
    return { channelId, messages: said, before, after, seen, ...position };
  }

  async thread(actor: Actor, { messageId, before, limit }: ParsedInputOf<typeof messages.thread>): Promise<Thread> {
    const { message, standing } = await this.access.message(actor, messageId);
    const position = await this.position(standing);
    const root = message.replyTo === null ? await this.store.find(messageId) : await this.store.find(message.replyTo);
    if (root === null) throw notFound('The message');
    const rows = await this.store.replies(root.id, standing.memberId, before, limit + 1);
    const more = rows.length > limit;
    const [first, ...replies] = await this.store.whole([root, ...(more ? rows.slice(1) : rows)], standing.memberId);
    if (first === undefined) throw notFound('The message');
    return { root: first, replies, before: more, ...position };
  }

  async pins(
    actor: Actor,
    { channelId }: ParsedInputOf<typeof messages.pins>,
  ): Promise<OutputOf<typeof messages.pins>> {
    const standing = await this.access.reader(actor, channelId);
    const position = await this.position(standing);
    const rows = await this.store.pinned(channelId, standing.memberId);
    const said = await this.store.whole(rows, standing.memberId);
    return { channelId, messages: said, ...position };
  }

  /** Read before what it is to be true for. */
  private async position({ channel, userId }: ChannelStanding): Promise<{ stream: string; seq: number }> {
    const stream = this.told.streamFor(channel, userId);
    return { stream, seq: await this.streams.sequence(stream) };
  }

  private async stretch(
    { memberId: me }: ChannelStanding,
    { channelId, before, after, around, date, limit }: ParsedInputOf<typeof messages.history>,
  ): Promise<Stretch> {
    if (around !== undefined) return this.around(channelId, me, around, limit);
    if (date !== undefined) {
      const [first] = await this.store.stretch(channelId, me, { from: new Date(date), limit: 1 });
      if (first !== undefined) return this.forwards(channelId, me, first.seq - 1, limit);
    }
    return after === undefined
      ? this.backwards(channelId, me, before, limit)
      : this.forwards(channelId, me, after, limit);
  }

  private async backwards(
    channelId: string,
    me: string | null,
    before: number | undefined,
    limit: number,
  ): Promise<Stretch> {
    const rows = await this.store.stretch(channelId, me, { before, limit: limit + 1 });
    const more = rows.length > limit;
    const after =
      before !== undefined && (await this.store.stretch(channelId, me, { after: before - 1, limit: 1 })).length > 0;
    return { rows: more ? rows.slice(1) : rows, before: more, after };
  }

  private async forwards(channelId: string, me: string | null, after: number, limit: number): Promise<Stretch> {
    const rows = await this.store.stretch(channelId, me, { after, limit: limit + 1 });
    const older = await this.store.stretch(channelId, me, { before: after + 1, limit: 1 });
    return { rows: rows.slice(0, limit), before: older.length > 0, after: rows.length > limit };
  }

  private async around(channelId: string, me: string | null, id: string, limit: number): Promise<Stretch> {
    const message = await this.store.find(id);
    if (message?.channelId !== channelId || !visibleIn(message, me)) throw notFound('The message');
    const half = Math.max(1, Math.floor(limit / 2));
    const older = await this.backwards(channelId, me, message.seq, half);
    const newer = await this.forwards(channelId, me, message.seq - 1, half);
    return { rows: [...older.rows, ...newer.rows], before: older.before, after: newer.after };
  }
}
