import { Injectable } from '@nestjs/common';
import type { Camp } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/app-error.js';
import { may } from '../../../kernel/permissions.js';
import { Database } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampStore } from '../store/camp-store.js';
import { MemberStore } from '../store/member-store.js';

/** Camps as one person sees them, each with the sequence that the view is true for. */
@Injectable()
export class CampView {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly camps: CampStore,
    private readonly members: MemberStore,
  ) {}

  /** @throws AppError `not_found` when the camp is gone */
  async one(actor: Actor, campId: string): Promise<Camp> {
    const [camp] = await this.many(actor, [campId]);
    if (camp === undefined) throw notFound('The camp');
    return camp;
  }

  /** In the order of `ids`; rows are read after the sequences, so that none is older than its sequence says. */
  async many(actor: Actor, ids: readonly string[]): Promise<Camp[]> {
    const seqs = new Map<string, number>();
    for (const id of ids) seqs.set(id, await this.streams.sequence(`camp:${id}`));
    const rows = await this.camps.findAll(this.database.sql, ids);
    const headcounts = await this.camps.headcounts(this.database.sql, ids);
    const roles = actor.kind === 'user' ? await this.members.rolesOf(this.database.sql, actor.userId, ids) : undefined;
    return rows.map((row) => {
      const { id, name, startsOn, endsOn, timeZone, demo, version, createdAt } = row;
      const campRole = roles?.get(id) ?? null;
      return {
        id,
        name,
        startsOn,
        endsOn,
        timeZone,
        demo,
        myRole: campRole ?? 'admin',
        joinCode: may(actor, 'camp.manage-members', { campRole }) ? row.joinCode : null,
        ...(headcounts.get(id) ?? { students: 0, instructors: 0 }),
        createdAt: createdAt.toISOString(),
        version,
        seq: seqs.get(id) ?? 0,
      };
    });
  }
}
