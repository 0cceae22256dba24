import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import type { Permission } from '../../../kernel/permissions.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import { GroupAccess, type GroupStanding } from '../../groups/index.js';
import { type WorkspaceRow, WorkspaceStore } from '../store/board/workspace-store.js';
import { OpenWorkspace } from './open-workspace.js';

/** A workspace that somebody may do something in. */
export interface InWorkspace {
  standing: GroupStanding;
  actor: Actor;
}
/** The same while nobody else changes anything of it. */
export interface Held extends InWorkspace {
  tx: Sql;
  workspace: WorkspaceRow;
  now: Date;
  /** The member who does it; null: an admin from outside, or the system. */
  by: string | null;
  /** The account that does it; null: the system. */
  userId: string | null;
}

/** Asked in the first line of every use case that is about one workspace. Call `require` outside transactions. */
@Injectable()
export class Workspaces {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: GroupAccess,
    private readonly store: WorkspaceStore,
    private readonly openWorkspace: OpenWorkspace,
  ) {}

  /** A workspace is there from the first look, where it has not come by itself by then. */
  async require(actor: Actor, groupId: string, permission: Permission): Promise<InWorkspace> {
    const standing = await this.access.require(actor, groupId, permission);
    await this.openWorkspace.run(standing.group.campId, [groupId]);
    return { standing, actor };
  }

  /** As the system, in whatever group. */
  async ofSystem(groupId: string): Promise<InWorkspace> {
    return this.require(SYSTEM, groupId, 'group.see');
  }

  change<T>({ standing, actor }: InWorkspace, work: (held: Held) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      const workspace = await this.store.lock(tx, standing.group.id);
      if (workspace === null) throw notFound('The group');
      const userId = actor.kind === 'user' ? actor.userId : null;
      return work({ standing, actor, tx, workspace, now: this.clock.now(), by: standing.me, userId });
    });
  }
}
