import { Injectable } from '@nestjs/common';
import type { camps, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { UserActor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/app-error.js';
import { Database } from '../../../platform/database/index.js';
import { CampStore } from '../store/camp-store.js';
import { MemberStore } from '../store/member-store.js';

/** What a join link leads to. Whoever holds the link may look: it is its own permission. */
@Injectable()
export class PreviewJoin {
  constructor(
    private readonly database: Database,
    private readonly camps: CampStore,
    private readonly members: MemberStore,
  ) {}

  async run(
    actor: UserActor | null,
    { code }: ParsedInputOf<typeof camps.preview>,
  ): Promise<OutputOf<typeof camps.preview>> {
    const sql = this.database.sql;
    const camp = await this.camps.findByJoinCode(sql, code);
    if (camp === null) throw notFound('The camp of this join link');
    const { id, name, startsOn, endsOn } = camp;
    const students = (await this.camps.headcounts(sql, [id])).get(id)?.students ?? 0;
    const joined = actor !== null && (await this.members.placeOf(sql, id, actor.userId)) !== null;
    return { campId: id, name, startsOn, endsOn, students, joined };
  }
}
