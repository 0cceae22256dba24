import { Injectable } from '@nestjs/common';
import type { ChannelList, ChannelState, chat, ParsedInputOf, StreamSequence } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { may } from '../../../kernel/permissions.js';
import { type StreamName, Streams } from '../../../platform/streams/index.js';
import { CampAccess, type CampStanding } from '../../camps/index.js';
import { type GroupPlace, GroupPlaces } from '../../groups/index.js';
import { type ChannelRow, ChannelStore, channelOf } from '../store/channel-store.js';
import { ModerationStore } from '../store/moderation-store.js';
import { ChannelStreams } from './channel-streams.js';
import { EnsureChannels } from './ensure-channels.js';
import { Readings } from './readings.js';

@Injectable()
export class ListChannels {
  constructor(
    private readonly camps: CampAccess,
    private readonly groups: GroupPlaces,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly channels: ChannelStore,
    private readonly moderation: ModerationStore,
    private readonly readings: Readings,
    private readonly told: ChannelStreams,
    private readonly ensure: EnsureChannels,
  ) {}

  async run(actor: Actor, { campId, groupId }: ParsedInputOf<typeof chat.list>): Promise<ChannelList> {
    const standing = await this.camps.require(actor, campId, 'chat.see');
    const { userId } = personBehind(actor);
    const { memberId } = standing;
    const staff = may(actor, 'chat.moderate', standing);
    const groups = await this.groupsOf(standing, staff, groupId);
    await this.ensure.run(
      campId,
      groups.map(({ id }) => id),
    );
    const streams = await this.sequences([
      `camp:${campId}`,
      `user:${userId}`,
      ...groups.map(({ id }) => `group:${id}` as const),
    ]);
    const rows = await this.channels.readableBy({ campId, staff, memberId, groupIds: groups.map(({ id }) => id) });
    return {
      campId,
      channels: await this.states(
        rows,
        { campId, userId, memberId },
        new Map(groups.map((group) => [group.id, group])),
      ),
      me: memberId,
      blocked: memberId === null ? [] : await this.moderation.blockedBy(memberId),
      mutedUntil:
        memberId === null
          ? null
          : ((await this.moderation.mutedUntil(memberId, this.clock.now()))?.toISOString() ?? null),
      reports: staff ? await this.moderation.openReports(campId) : null,
      streams,
    };
  }

  private async states(
    rows: readonly ChannelRow[],
    reader: { campId: string; userId: string; memberId: string | null },
    groups: ReadonlyMap<string, GroupPlace>,
  ): Promise<ChannelState[]> {
    const ids = rows.map(({ id }) => id);
    const people = await this.channels.people(ids);
    const readings = await this.readings.of(reader, rows);
    return rows.flatMap((row) => {
      const reading = readings.get(row.id);
      const channel = channelOf(row, people.get(row.id), groups.get(row.groupId ?? ''));
      return reading === undefined ? [] : [{ ...channel, ...reading, stream: this.told.streamFor(row, reader.userId) }];
    });
  }

  /** Mine, those that were closed among them, and the one that staff ask for. */
  private async groupsOf(
    { memberId, camp }: CampStanding,
    staff: boolean,
    asked: string | undefined,
  ): Promise<GroupPlace[]> {
    const mine = memberId === null ? [] : await this.groups.of(memberId);
    if (asked === undefined || mine.some(({ id }) => id === asked)) return mine;
    const group = staff ? await this.groups.find(asked) : null;
    if (group?.campId !== camp.id) throw notFound('The group');
    return [...mine, group];
  }

  private async sequences(names: readonly StreamName[]): Promise<StreamSequence[]> {
    const all: StreamSequence[] = [];
    for (const stream of names) all.push({ stream, seq: await this.streams.sequence(stream) });
    return all;
  }
}
