import { Injectable } from '@nestjs/common';
import type { groups, OutputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../kernel/actor.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampAccess, Roster } from '../../camps/index.js';
import { GroupStore } from '../store/group-store.js';
import { MembershipStore } from '../store/membership-store.js';
import { GroupView } from './group-view.js';

/** The groups that one is a member of, in every camp, as students see them. */
@Injectable()
export class MyGroups {
  constructor(
    private readonly streams: Streams,
    private readonly roster: Roster,
    private readonly camps: CampAccess,
    private readonly store: GroupStore,
    private readonly memberships: MembershipStore,
    private readonly view: GroupView,
  ) {}

  async run(actor: Actor): Promise<OutputOf<typeof groups.mine>> {
    const { userId } = personBehind(actor);
    const seq = await this.streams.sequence(`user:${userId}`);
    const memberships = await this.roster.membershipsOf(userId);
    const me = new Set(memberships.map(({ memberId }) => memberId));
    const rows = [...(await this.store.some([...(await this.memberships.groupOf([...me])).values()])).values()];
    const items = await Promise.all(
      (await this.view.summaries(rows, { me, staff: false })).map(async (group) => {
        const { camp } = await this.camps.standing(actor, group.campId);
        return { ...group, campName: camp.name };
      }),
    );
    return { items, seq };
  }
}
