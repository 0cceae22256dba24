import { Injectable } from '@nestjs/common';
import type { groups, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { may } from '../../../kernel/permissions.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampAccess } from '../../camps/index.js';
import { GroupStore } from '../store/group-store.js';
import { MembershipStore } from '../store/membership-store.js';
import { GroupView } from './group-view.js';

/** The groups of a camp that stand no more: staff all of them, a student those they were in to the end. */
@Injectable()
export class ClosedGroups {
  constructor(
    private readonly access: CampAccess,
    private readonly streams: Streams,
    private readonly store: GroupStore,
    private readonly memberships: MembershipStore,
    private readonly view: GroupView,
  ) {}

  async run(actor: Actor, { campId }: ParsedInputOf<typeof groups.closed>): Promise<OutputOf<typeof groups.closed>> {
    const standing = await this.access.require(actor, campId, 'camp.see');
    const seq = await this.streams.sequence(`camp:${campId}`);
    const me = new Set(standing.memberId === null ? [] : [standing.memberId]);
    const seesAll = may(actor, 'group.see', { campRole: standing.campRole });
    const own = seesAll ? undefined : await this.memberships.closedGroupsOf([...me]);
    const rows = await this.store.closed(campId, own);
    const staff = may(actor, 'camp.see-private', standing);
    return { items: await this.view.summaries(rows, { me, staff }), seq };
  }
}
