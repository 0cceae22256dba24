import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { type StreamName, Streams } from '../../../platform/streams/index.js';
import { Roster } from '../../camps/index.js';
import { GroupStore } from '../store/group-store.js';

/** Keeps the groups in step with the camp that they belong to. Told at least once, so done twice it changes nothing. */
@Injectable()
export class FollowCamp {
  constructor(
    private readonly database: Database,
    private readonly roster: Roster,
    private readonly streams: Streams,
    private readonly store: GroupStore,
  ) {}

  /** Who left the camp leaves the group. */
  async memberLeft(memberId: string, userId: string | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      const group = await this.store.removeMember(tx, memberId);
      if (group === null) return;
      const staying = (await this.store.memberIds([group.id], tx)).get(group.id) ?? [];
      const userIds = new Set((await this.roster.userIds(staying, tx)).values());
      if (userId !== null) userIds.add(userId);
      const shownIn: StreamName[] = [`group:${group.id}`, `camp:${group.campId}`];
      for (const id of userIds) shownIn.push(`user:${id}`);
      for (const stream of shownIn) {
        await this.streams.append(tx, stream, 'group.changed', { groupId: group.id, version: group.version });
      }
    });
  }

  async campRemoved(campId: string): Promise<void> {
    await this.database.transaction((tx) => this.store.removeCamp(tx, campId));
  }
}
