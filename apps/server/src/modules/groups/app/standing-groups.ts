import { Injectable } from '@nestjs/common';
import type { Sql } from '../../../platform/database/index.js';
import { GroupStore } from '../store/group-store.js';

/** A group as it stands, for other modules. */
export interface StandingGroup {
  id: string;
  name: string;
  version: number;
  memberIds: string[];
  /** How many members its explanation speaks of: those with whom it was formed, or last taken into it. */
  formedWith: number;
}

/** The groups of a camp, for other modules: they have asked who may see them. Inside a transaction, pass it. */
@Injectable()
export class StandingGroups {
  constructor(private readonly store: GroupStore) {}

  async inCamp(campId: string, sql?: Sql): Promise<StandingGroup[]> {
    const rows = await this.store.allOf(campId, sql);
    const memberIds = await this.store.memberIds(
      rows.map(({ id }) => id),
      sql,
    );
    const grounds = await this.store.groundsIn(campId, sql);
    return rows.map(({ id, name, version }) => ({
      id,
      name,
      version,
      memberIds: memberIds.get(id) ?? [],
      formedWith: grounds.get(id)?.memberIds.length ?? 0,
    }));
  }

  /** Member id → their group; who is in none is absent. */
  async of(memberIds: readonly string[], sql?: Sql): Promise<Map<string, { id: string; name: string }>> {
    return this.store.groupsOf(memberIds, sql);
  }
}
