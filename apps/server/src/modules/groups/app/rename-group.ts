import { Injectable } from '@nestjs/common';
import type { Group, groups, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { stale } from '../../../kernel/app-error.js';
import { Database } from '../../../platform/database/index.js';
import { type StreamName, Streams } from '../../../platform/streams/index.js';
import { Roster } from '../../camps/index.js';
import { GroupStore } from '../store/group-store.js';
import { GroupAccess } from './group-access.js';
import { GroupView } from './group-view.js';

@Injectable()
export class RenameGroup {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly roster: Roster,
    private readonly access: GroupAccess,
    private readonly store: GroupStore,
    private readonly view: GroupView,
  ) {}

  async run(actor: Actor, { groupId, name, version }: ParsedInputOf<typeof groups.rename>): Promise<Group> {
    const { group, memberIds } = await this.access.require(actor, groupId, 'group.rename');
    const userIds = await this.roster.userIds(memberIds);
    const shownIn: StreamName[] = [`group:${groupId}`, `camp:${group.campId}`];
    for (const userId of userIds.values()) shownIn.push(`user:${userId}`);
    const renamed = await this.database.transaction(async (tx) => {
      if (!(await this.store.rename(tx, groupId, name, version))) return false;
      for (const stream of shownIn) {
        await this.streams.append(tx, stream, 'group.changed', { groupId, version: version + 1 });
      }
      return true;
    });
    const seq = await this.view.sequence(groupId);
    const current = await this.view.whole(await this.access.require(actor, groupId, 'group.see'), seq);
    if (!renamed) throw stale(current);
    return current;
  }
}
