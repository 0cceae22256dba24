import { Injectable } from '@nestjs/common';
import type { ParsedInputOf, Scenario, scenarios } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { CampAccess } from '../../../camps/index.js';
import { ScenarioView } from './scenario-view.js';

@Injectable()
export class GetScenario {
  constructor(
    private readonly access: CampAccess,
    private readonly view: ScenarioView,
  ) {}

  async run(actor: Actor, { campId, scenarioId }: ParsedInputOf<typeof scenarios.get>): Promise<Scenario> {
    await this.access.require(actor, campId, 'camp.match');
    return this.view.one(campId, scenarioId);
  }
}
