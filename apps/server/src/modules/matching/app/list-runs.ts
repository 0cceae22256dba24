import { Injectable } from '@nestjs/common';
import type { matching, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { decodeNumberCursor, pageOf } from '../../../kernel/page.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampAccess } from '../../camps/index.js';
import { RunStore } from '../store/run-store.js';
import { RunView } from './run-view.js';

/** No run has a higher number: the largest integer of PostgreSQL. */
const ABOVE_ALL = 2_147_483_647;

@Injectable()
export class ListRuns {
  constructor(
    private readonly access: CampAccess,
    private readonly streams: Streams,
    private readonly runs: RunStore,
    private readonly view: RunView,
  ) {}

  async run(
    actor: Actor,
    { campId, cursor, limit }: ParsedInputOf<typeof matching.list>,
  ): Promise<OutputOf<typeof matching.list>> {
    await this.access.require(actor, campId, 'camp.match');
    const before = cursor === undefined ? ABOVE_ALL : decodeNumberCursor(cursor);
    const seq = await this.streams.sequence(`camp:${campId}`);
    const rows = await this.runs.page(campId, before, limit + 1);
    const page = pageOf(rows, limit, ({ number }) => [number]);
    return { items: page.items.map((row) => this.view.summary(row)), next: page.next, seq };
  }
}
