import { Injectable } from '@nestjs/common';
import type { groups, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError } from '../../../kernel/app-error.js';
import { Database } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampAccess, Roster } from '../../camps/index.js';
import { GroupStore } from '../store/group-store.js';
import { MoveMembers } from './move-members.js';

/** Staff move students between groups by hand, all of them or none. */
@Injectable()
export class ArrangeGroups {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly store: GroupStore,
    private readonly moveMembers: MoveMembers,
  ) {}

  async run(
    actor: Actor,
    { campId, moves }: ParsedInputOf<typeof groups.arrange>,
  ): Promise<OutputOf<typeof groups.arrange>> {
    await this.access.require(actor, campId, 'group.arrange');
    const members = new Map((await this.roster.members(campId)).map(({ id, role }) => [id, role]));
    const seen = new Set<string>();
    const undo = await this.database.transaction(async (tx) => {
      const standing = new Set((await this.store.lock(tx, campId)).map(({ id }) => id));
      const fields = moves.flatMap(({ memberId, groupId }, index) => {
        const field = `moves.${index}`;
        const twice = seen.has(memberId);
        seen.add(memberId);
        if (twice) return [{ field: `${field}.memberId`, message: 'Each student is moved once.' }];
        if (members.get(memberId) !== 'student')
          return [{ field: `${field}.memberId`, message: 'No student of this camp.' }];
        if (groupId === null || standing.has(groupId)) return [];
        return [{ field: `${field}.groupId`, message: 'No group of this camp that stands.' }];
      });
      if (fields.length > 0) throw new AppError('invalid_input', { fields });
      return this.moveMembers.run(tx, campId, moves);
    });
    return { undo, seq: await this.streams.sequence(`camp:${campId}`) };
  }
}
