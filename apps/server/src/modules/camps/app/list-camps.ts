import { Injectable } from '@nestjs/common';
import type { Camp, camps, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../kernel/actor.js';
import { type Page, pageOf } from '../../../kernel/page.js';
import { may } from '../../../kernel/permissions.js';
import { Database } from '../../../platform/database/index.js';
import { CampStore } from '../store/camp-store.js';
import { afterId } from './after-id.js';
import { CampView } from './camp-view.js';

@Injectable()
export class ListCamps {
  constructor(
    private readonly database: Database,
    private readonly camps: CampStore,
    private readonly view: CampView,
  ) {}

  async run(actor: Actor, { cursor, limit }: ParsedInputOf<typeof camps.list>): Promise<Page<Camp>> {
    const whose = may(actor, 'camps.list-all') ? null : personBehind(actor).userId;
    const before = afterId(cursor);
    const { items, next } = pageOf(await this.camps.list(this.database.sql, whose, before, limit + 1), limit, (id) => [
      id,
    ]);
    return { items: await this.view.many(actor, items), next };
  }
}
