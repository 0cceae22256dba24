import { Injectable } from '@nestjs/common';
import type { Channel, chat, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError, stale } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { Database, isUniqueViolation } from '../../../platform/database/index.js';
import { manages } from '../domain/rights.js';
import { type ChannelRow, ChannelStore, channelOf } from '../store/channel-store.js';
import { ChannelAccess, type ChannelStanding } from './channel-access.js';
import { ChannelStreams } from './channel-streams.js';
import { nameTaken } from './open-channel.js';

/** Name, topic and closing of a channel about something. */
@Injectable()
export class ChangeChannel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: ChannelAccess,
    private readonly channels: ChannelStore,
    private readonly streams: ChannelStreams,
  ) {}

  async run(actor: Actor, input: ParsedInputOf<typeof chat.change>): Promise<Channel> {
    const standing = await this.manager(actor, input.channelId);
    const { name, topic } = input;
    return this.change(standing, input.version, { name, topic });
  }

  async archive(actor: Actor, input: ParsedInputOf<typeof chat.archive>): Promise<Channel> {
    const standing = await this.manager(actor, input.channelId);
    return this.change(standing, input.version, { archivedAt: input.archived ? this.clock.now() : null });
  }

  private async manager(actor: Actor, channelId: string): Promise<ChannelStanding> {
    const standing = await this.access.reader(actor, channelId);
    if (!manages(standing.held, standing)) throw new AppError('forbidden');
    return standing;
  }

  private async change(
    { channel: { id }, people }: ChannelStanding,
    version: number,
    to: Partial<Pick<ChannelRow, 'name' | 'topic' | 'archivedAt'>>,
  ): Promise<Channel> {
    try {
      const changed = await this.database.transaction(async (tx) => {
        const row = await this.channels.change(tx, id, version, to);
        if (row !== null) await this.streams.tell(tx, row, 'channel.changed', { channel: channelOf(row, people) });
        return row;
      });
      if (changed !== null) return channelOf(changed, people);
    } catch (error) {
      throw isUniqueViolation(error) ? nameTaken() : error;
    }
    const current = await this.channels.find(id);
    throw stale(current === null ? null : channelOf(current, people));
  }
}
