import { Injectable } from '@nestjs/common';
import type { groups, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { CampAccess } from '../../camps/index.js';
import { GroupStore } from '../store/group-store.js';
import { MembershipStore } from '../store/membership-store.js';
import { GroupsFile } from './groups-file.js';

/** More groups than any camp has. */
const ALL = 100_000;

/** The groups of a camp as a file for other systems. */
@Injectable()
export class ExportGroups {
  constructor(
    private readonly access: CampAccess,
    private readonly store: GroupStore,
    private readonly memberships: MembershipStore,
    private readonly file: GroupsFile,
  ) {}

  async run(actor: Actor, { campId, ...asked }: ParsedInputOf<typeof groups.export>): Promise<string> {
    await this.access.require(actor, campId, 'camp.see-private');
    const rows = await this.store.ofCamp(campId, 0, ALL);
    const memberIds = await this.memberships.of(rows.map(({ id }) => id));
    const named = rows.map(({ id, name }) => ({ name, members: memberIds.get(id) ?? [] }));
    return this.file.write(campId, named, asked);
  }
}
