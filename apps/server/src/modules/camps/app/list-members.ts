import { Injectable } from '@nestjs/common';
import type { camps, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf } from '../../../kernel/page.js';
import { Database } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { matchesSearch } from '../domain/member-search.js';
import { MemberStore } from '../store/member-store.js';
import { afterId } from './after-id.js';
import { CampAccess } from './camp-access.js';
import { MemberView } from './member-view.js';

/** In the order in which they came. Names are sealed, so a search opens the whole camp and looks through it. */
@Injectable()
export class ListMembers {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly members: MemberStore,
    private readonly access: CampAccess,
    private readonly view: MemberView,
  ) {}

  async run(
    actor: Actor,
    { campId, cursor, limit, search, role }: ParsedInputOf<typeof camps.members>,
  ): Promise<OutputOf<typeof camps.members>> {
    const standing = await this.access.require(actor, campId, 'camp.see');
    const after = afterId(cursor);
    const seq = await this.streams.sequence(`camp:${campId}`);
    const sql = this.database.sql;
    const found =
      search === undefined || search.trim() === ''
        ? {
            rows: await this.members.list(sql, campId, { role, after, limit: limit + 1 }),
            total: await this.members.count(sql, campId, role),
          }
        : await this.search(campId, search, role, after);
    const { items, next } = pageOf(found.rows, limit, ({ id }) => [id]);
    return { items: await this.view.of(actor, standing, items), next, total: found.total, seq };
  }

  private async search(
    campId: string,
    search: string,
    role: 'instructor' | 'student' | undefined,
    after: string | null,
  ) {
    const all = await this.members.list(this.database.sql, campId, { role });
    const named = all.filter(({ name }) => matchesSearch(name, search));
    return { rows: named.filter(({ id }) => after === null || id > after), total: named.length };
  }
}
