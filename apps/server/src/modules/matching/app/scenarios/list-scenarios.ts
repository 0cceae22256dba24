import { Injectable } from '@nestjs/common';
import type { OutputOf, ParsedInputOf, scenarios } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { decodeIdCursor, pageOf } from '../../../../kernel/page.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { ScenarioStore } from '../../store/scenario-store.js';
import { ScenarioView } from './scenario-view.js';

@Injectable()
export class ListScenarios {
  constructor(
    private readonly access: CampAccess,
    private readonly streams: Streams,
    private readonly store: ScenarioStore,
    private readonly view: ScenarioView,
  ) {}

  async run(
    actor: Actor,
    { campId, runId, cursor, limit }: ParsedInputOf<typeof scenarios.list>,
  ): Promise<OutputOf<typeof scenarios.list>> {
    await this.access.require(actor, campId, 'camp.match');
    const before = cursor === undefined ? null : decodeIdCursor(cursor);
    const seq = await this.streams.sequence(`camp:${campId}`);
    const page = pageOf(await this.store.page(campId, runId, before, limit + 1), limit, ({ id }) => [id]);
    return { items: page.items.map((row) => this.view.summary(row)), next: page.next, seq };
  }
}
