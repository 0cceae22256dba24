import { Injectable } from '@nestjs/common';
import type { ParsedInputOf, scenarios } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { CampAccess } from '../../../camps/index.js';
import { GroupsFile } from '../../../groups/index.js';
import { ScenarioView } from './scenario-view.js';

/** The groups of a scenario as a file for other systems, published or not. */
@Injectable()
export class ExportScenario {
  constructor(
    private readonly access: CampAccess,
    private readonly view: ScenarioView,
    private readonly file: GroupsFile,
  ) {}

  async run(actor: Actor, { campId, scenarioId, ...asked }: ParsedInputOf<typeof scenarios.export>): Promise<string> {
    await this.access.require(actor, campId, 'camp.match');
    const { content } = await this.view.row(campId, scenarioId);
    return this.file.write(campId, content.groups, asked);
  }
}
