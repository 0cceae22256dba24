import { Injectable } from '@nestjs/common';
import type { Group, groups, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { GroupAccess } from './group-access.js';
import { GroupView } from './group-view.js';

@Injectable()
export class GetGroup {
  constructor(
    private readonly access: GroupAccess,
    private readonly view: GroupView,
  ) {}

  async run(actor: Actor, { groupId }: ParsedInputOf<typeof groups.get>): Promise<Group> {
    const seq = await this.view.sequence(groupId);
    return this.view.whole(await this.access.require(actor, groupId, 'group.see'), seq);
  }
}
