import { Injectable } from '@nestjs/common';
import type { groups, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { decodeNumberCursor, pageOf } from '../../../kernel/page.js';
import { may } from '../../../kernel/permissions.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampAccess } from '../../camps/index.js';
import { GroupStore } from '../store/group-store.js';
import { MembershipStore } from '../store/membership-store.js';
import { GroupView } from './group-view.js';

/** The groups of a camp that one may see: staff all of them, a student their own. */
@Injectable()
export class ListGroups {
  constructor(
    private readonly access: CampAccess,
    private readonly streams: Streams,
    private readonly store: GroupStore,
    private readonly memberships: MembershipStore,
    private readonly view: GroupView,
  ) {}

  async run(
    actor: Actor,
    { campId, cursor, limit }: ParsedInputOf<typeof groups.list>,
  ): Promise<OutputOf<typeof groups.list>> {
    const standing = await this.access.require(actor, campId, 'camp.see');
    const after = cursor === undefined ? 0 : decodeNumberCursor(cursor);
    const seq = await this.streams.sequence(`camp:${campId}`);
    const me = new Set(standing.memberId === null ? [] : [standing.memberId]);
    const seesAll = may(actor, 'group.see', { campRole: standing.campRole });
    const own = seesAll ? undefined : [...(await this.memberships.groupOf([...me])).values()];
    const rows = await this.store.ofCamp(campId, after, limit + 1, own);
    const page = pageOf(rows, limit, ({ number }) => [number]);
    const staff = may(actor, 'camp.see-private', standing);
    return {
      items: await this.view.summaries(page.items, { me, staff }),
      next: page.next,
      total: own?.length ?? (await this.store.countIn(campId)),
      seq,
    };
  }
}
