import { Injectable } from '@nestjs/common';
import type { Sql } from '../../../platform/database/index.js';
import { GroupStore } from '../store/group-store.js';
import { MembershipStore } from '../store/membership-store.js';

/** A group as it stands, for other modules. */
export interface StandingGroup {
  id: string;
  name: string;
  version: number;
  memberIds: string[];
  /** How many members its explanation speaks of: those with whom it was formed, or last taken into it. */
  formedWith: number;
  /** Whether its explanation speaks of its members, and of nobody else. */
  described: boolean;
}

/** The groups of a camp, for other modules: they have asked who may see them. Inside a transaction, pass it. */
@Injectable()
export class StandingGroups {
  constructor(
    private readonly store: GroupStore,
    private readonly memberships: MembershipStore,
  ) {}

  async inCamp(campId: string, sql?: Sql): Promise<StandingGroup[]> {
    const rows = await this.store.allOf(campId, sql);
    const memberIds = await this.memberships.of(
      rows.map(({ id }) => id),
      sql,
    );
    const grounds = await this.store.groundsIn(campId, sql);
    return rows.map(({ id, name, version }) => {
      const members = memberIds.get(id) ?? [];
      const { memberIds: spokenOf = [], formedWith = spokenOf.length } = grounds.get(id) ?? {};
      const described = spokenOf.length === members.length && members.every((member) => spokenOf.includes(member));
      return { id, name, version, memberIds: members, formedWith, described };
    });
  }

  /** Member id → their group; who is in none is absent. */
  async of(memberIds: readonly string[], sql?: Sql): Promise<Map<string, { id: string; name: string }>> {
    const groupOf = await this.memberships.groupOf(memberIds, sql);
    const rows = await this.store.some([...new Set(groupOf.values())], sql);
    return new Map(
      [...groupOf].flatMap(([memberId, id]) => {
        const row = rows.get(id);
        return row === undefined ? [] : [[memberId, row] as const];
      }),
    );
  }
}
