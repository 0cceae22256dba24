import { Injectable } from '@nestjs/common';
import type { ParsedInputOf, scenarios } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { Database } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { ScenarioStore } from '../../store/scenario-store.js';
import { ScenarioView } from './scenario-view.js';

/** Throws a scenario away; groups that were published from it stay. */
@Injectable()
export class RemoveScenario {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly store: ScenarioStore,
    private readonly view: ScenarioView,
  ) {}

  async run(
    actor: Actor,
    { campId, scenarioId }: ParsedInputOf<typeof scenarios.remove>,
  ): Promise<Record<string, never>> {
    await this.access.require(actor, campId, 'camp.match');
    await this.view.row(campId, scenarioId);
    await this.database.transaction(async (tx) => {
      await this.store.remove(tx, scenarioId);
      await this.streams.append(tx, `camp:${campId}`, 'scenario.removed', { scenarioId });
    });
    return {};
  }
}
