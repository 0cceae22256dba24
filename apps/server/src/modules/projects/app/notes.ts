import { Injectable } from '@nestjs/common';
import type { Activity } from '@tailcamp/contracts';
import { newId } from '../../../kernel/id.js';
import type { Sql } from '../../../platform/database/index.js';
import { ActivityStore } from '../store/board/activity-store.js';

interface Doing {
  tx: Sql;
  workspace: { groupId: string };
  now: Date;
  by: string | null;
}

/** What the activity feed says of a change, written in its transaction. */
@Injectable()
export class Notes {
  constructor(private readonly store: ActivityStore) {}

  async add({ tx, workspace, now, by }: Doing, done: Pick<Activity, 'what'> & Partial<Activity>): Promise<Activity> {
    const entry: Activity = {
      id: newId(now.getTime()),
      at: now.toISOString(),
      by,
      taskId: null,
      key: null,
      fields: [],
      columnId: null,
      many: null,
      ...done,
    };
    await this.store.add(tx, workspace.groupId, entry);
    return entry;
  }
}
