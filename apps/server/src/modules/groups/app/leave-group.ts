import { Injectable } from '@nestjs/common';
import type { groups, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../kernel/actor.js';
import { Database } from '../../../platform/database/index.js';
import { GroupAccess } from './group-access.js';
import { Regroup } from './regroup.js';

/** A student leaves their group. What they did there stays. */
@Injectable()
export class LeaveGroup {
  constructor(
    private readonly database: Database,
    private readonly access: GroupAccess,
    private readonly regroup: Regroup,
  ) {}

  async run(actor: Actor, { groupId }: ParsedInputOf<typeof groups.leave>): Promise<Record<string, never>> {
    const { me } = await this.access.require(actor, groupId, 'group.leave');
    const { userId } = personBehind(actor);
    if (me !== null) await this.database.transaction((tx) => this.regroup.leave(tx, me, userId));
    return {};
  }
}
