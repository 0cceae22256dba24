import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { GroupStore } from '../store/group-store.js';
import { Regroup } from './regroup.js';

/** Keeps the groups in step with the camp that they belong to. Told at least once, so done twice it changes nothing. */
@Injectable()
export class FollowCamp {
  constructor(
    private readonly database: Database,
    private readonly regroup: Regroup,
    private readonly store: GroupStore,
  ) {}

  /** Who left the camp leaves the group. */
  async memberLeft(memberId: string, userId: string | null): Promise<void> {
    await this.database.transaction((tx) => this.regroup.leave(tx, memberId, userId));
  }

  async campRemoved(campId: string): Promise<void> {
    await this.database.transaction((tx) => this.store.removeCamp(tx, campId));
  }
}
