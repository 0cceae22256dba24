import { Injectable } from '@nestjs/common';
import type { Group, groups, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError, stale } from '../../../kernel/app-error.js';
import { Database } from '../../../platform/database/index.js';
import { Roster } from '../../camps/index.js';
import { GroupStore } from '../store/group-store.js';
import { GetGroup } from './get-group.js';
import { GroupAccess } from './group-access.js';
import { GroupNews } from './group-news.js';

/** Gives a group its name, its face and who leads it. */
@Injectable()
export class ChangeGroup {
  constructor(
    private readonly database: Database,
    private readonly roster: Roster,
    private readonly access: GroupAccess,
    private readonly store: GroupStore,
    private readonly news: GroupNews,
    private readonly getGroup: GetGroup,
  ) {}

  async run(actor: Actor, { groupId, version, ...to }: ParsedInputOf<typeof groups.change>): Promise<Group> {
    const { memberIds } = await this.access.require(actor, groupId, 'group.change');
    if (to.leaderId != null && !memberIds.includes(to.leaderId)) {
      const fields = [{ field: 'leaderId', message: 'Who leads the group is one of its members.' }];
      throw new AppError('invalid_input', { fields });
    }
    const userIds = await this.roster.userIds(memberIds);
    const changed = await this.database.transaction(async (tx) => {
      const group = await this.store.change(tx, groupId, version, to);
      if (group !== null) await this.news.changed(tx, group, userIds.values());
      return group !== null;
    });
    const current = await this.getGroup.run(actor, { groupId });
    if (!changed) throw stale(current);
    return current;
  }
}
