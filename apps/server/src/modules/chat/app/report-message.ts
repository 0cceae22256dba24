import { Injectable } from '@nestjs/common';
import type { chatModeration, OutputOf, ParsedInputOf, Report } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../kernel/actor.js';
import { AppError, notFound } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/id.js';
import { decodeIdCursor, pageOf } from '../../../kernel/page.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampAccess, Roster } from '../../camps/index.js';
import { ModerationStore, reportOf } from '../store/moderation-store.js';
import { ChannelAccess } from './channel-access.js';
import { ChatPeople } from './chat-people.js';
import { isGone } from './edit-message.js';

/** What somebody shows to staff, and what staff say came of it. */
@Injectable()
export class ReportMessage {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly camps: CampAccess,
    private readonly roster: Roster,
    private readonly access: ChannelAccess,
    private readonly store: ModerationStore,
    private readonly people: ChatPeople,
  ) {}

  async run(
    actor: Actor,
    { messageId, reason }: ParsedInputOf<typeof chatModeration.report>,
  ): Promise<Record<string, never>> {
    const { message, standing } = await this.access.message(actor, messageId);
    const reporterId = standing.memberId;
    if (reporterId === null) throw new AppError('forbidden');
    if (message.deletedAt !== null) throw isGone();
    const { campId } = standing.channel;
    const createdAt = this.clock.now();
    const { channelId, authorId, text } = message;
    await this.database.transaction(async (tx) => {
      const report = { id: newId(createdAt.getTime()), campId, messageId, channelId, authorId, text };
      if (await this.store.report(tx, { ...report, reporterId, reason, createdAt })) await this.tell(tx, campId);
    });
    return {};
  }

  async list(
    actor: Actor,
    { campId, open, cursor, limit }: ParsedInputOf<typeof chatModeration.reports>,
  ): Promise<OutputOf<typeof chatModeration.reports>> {
    await this.camps.require(actor, campId, 'chat.moderate');
    const after = cursor === undefined ? undefined : decodeIdCursor(cursor);
    const rows = await this.store.reports(campId, open, after, limit + 1);
    const { items, next } = pageOf(rows.map(reportOf), limit, ({ id }) => [id]);
    const people = await this.people.named(items.flatMap(({ authorId, reporterId }) => [authorId, reporterId]));
    return { items, next, people, open: await this.store.openReports(campId) };
  }

  async close(
    actor: Actor,
    { campId, reportId, outcome }: ParsedInputOf<typeof chatModeration.close>,
  ): Promise<Report> {
    await this.camps.require(actor, campId, 'chat.moderate');
    const report = await this.store.findReport(campId, reportId);
    if (report === null) throw notFound('The report');
    const closing = { outcome, closedAt: this.clock.now(), closedBy: personBehind(actor).userId };
    const closed = await this.database.transaction(async (tx) => {
      const rows = await this.store.close(tx, report.messageId, closing);
      if (rows.length > 0) await this.tell(tx, campId);
      return rows.find(({ id }) => id === reportId);
    });
    if (closed === undefined) throw new AppError('conflict', { detail: 'Somebody has closed it already.' });
    return reportOf(closed);
  }

  private async tell(tx: Sql, campId: string): Promise<void> {
    const open = await this.store.openReports(campId, tx);
    for (const { userId } of await this.roster.staff(campId, tx)) {
      if (userId !== null) await this.streams.append(tx, `user:${userId}`, 'chat.reports', { campId, open });
    }
  }
}
