import { Injectable } from '@nestjs/common';
import type { messages, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError, notFound } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/id.js';
import { Database, isUniqueViolation, type Sql } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { Roster } from '../../camps/index.js';
import { spokenIn } from '../domain/spoken.js';
import { ChannelStore } from '../store/channel-store.js';
import { type MessageRow, MessageStore, visibleIn } from '../store/message-store.js';
import { ModerationStore } from '../store/moderation-store.js';
import { ChannelAccess, type WriterStanding } from './channel-access.js';
import { ChannelStreams } from './channel-streams.js';

type Sent = OutputOf<typeof messages.send>;

/** Says something, once however often it is asked for. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly roster: Roster,
    private readonly access: ChannelAccess,
    private readonly channels: ChannelStore,
    private readonly store: MessageStore,
    private readonly moderation: ModerationStore,
    private readonly told: ChannelStreams,
  ) {}

  async run(actor: Actor, input: ParsedInputOf<typeof messages.send>): Promise<Sent> {
    const reader = await this.access.reader(actor, input.channelId);
    const { channel, userId, memberId } = reader;
    const earlier = memberId === null ? null : await this.store.sentBy(memberId, input.clientId);
    const row = earlier ?? (await this.send(await this.access.mayWrite(reader), input));
    if (row.channelId !== input.channelId) throw usedElsewhere();
    const [message] = await this.store.whole([row], memberId);
    if (message === undefined) throw notFound('The message');
    return { message, seq: await this.streams.sequence(this.told.streamFor(channel, userId)) };
  }

  private async send(standing: WriterStanding, input: ParsedInputOf<typeof messages.send>): Promise<MessageRow> {
    const spoken = await this.spoken(standing, input.text);
    const replyTo = input.replyTo === undefined ? null : await this.root(standing, input.replyTo);
    try {
      return await this.database.transaction((tx) => this.write(tx, standing, input, { ...spoken, replyTo }));
    } catch (error) {
      throw isUniqueViolation(error) ? usedElsewhere() : error;
    }
  }

  private async write(
    tx: Sql,
    { channel: { id: channelId }, memberId, userId, people }: WriterStanding,
    { clientId, text }: ParsedInputOf<typeof messages.send>,
    said: Pick<MessageRow, 'mentions' | 'everyone' | 'tasks' | 'replyTo'>,
  ): Promise<MessageRow> {
    const channel = await this.channels.lock(tx, channelId);
    if (channel === null) throw notFound('The channel');
    const twin = await this.store.sentBy(memberId, clientId, tx);
    if (twin !== null) return twin;
    if (channel.archivedAt !== null) throw new AppError('conflict', { detail: 'This channel has just been archived.' });
    const other = channel.kind === 'direct' && people.length === 2 ? people.find((id) => id !== memberId) : undefined;
    const blocked = other !== undefined && (await this.moderation.blocks(other, memberId, tx));
    const { rev, lastSeq: seq } = await this.channels.advance(tx, channelId, 1);
    const createdAt = this.clock.now();
    const row = await this.store.insert(tx, {
      id: newId(createdAt.getTime()),
      channelId,
      seq,
      rev,
      authorId: memberId,
      authorUser: userId,
      clientId,
      text,
      ...said,
      withheldFrom: blocked ? other : null,
      createdAt,
    });
    await this.told.tellMessage(tx, channel, 'message.sent', row);
    return row;
  }

  /** Whom and what it names: members of the camp, in a direct channel those in it; everybody by staff alone. */
  private async spoken({ channel, people, staff }: WriterStanding, text: string) {
    const { ids, everyone, tasks } = spokenIn(text);
    const members = await this.roster.findAll(
      channel.kind === 'direct' ? ids.filter((id) => people.includes(id)) : ids,
    );
    const here = new Set(members.filter(({ campId }) => campId === channel.campId).map(({ id }) => id));
    return { mentions: ids.filter((id) => here.has(id)), everyone: everyone && staff, tasks };
  }

  /** The message that began the thread. */
  private async root({ channel, memberId, staff }: WriterStanding, replyTo: string): Promise<string> {
    const message = await this.store.find(replyTo);
    if (message?.channelId !== channel.id || !visibleIn(message, memberId)) throw notFound('The message');
    const root = message.replyTo === null ? message : await this.store.find(message.replyTo);
    if (root === null) throw notFound('The message');
    if (root.locked && !staff) throw new AppError('conflict', { detail: 'This thread takes no more replies.' });
    return root.id;
  }
}

const usedElsewhere = () =>
  new AppError('conflict', { detail: 'This clientId was used for a message of another channel; make a new one.' });
