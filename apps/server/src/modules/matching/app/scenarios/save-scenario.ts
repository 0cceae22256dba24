import { Injectable } from '@nestjs/common';
import type { ParsedInputOf, Scenario, scenarios } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { notFound, stale } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { RunStore } from '../../store/run-store.js';
import { ScenarioStore } from '../../store/scenario-store.js';
import { Arrangements } from './arrangements.js';
import { ScenarioView } from './scenario-view.js';

@Injectable()
export class SaveScenario {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly runs: RunStore,
    private readonly store: ScenarioStore,
    private readonly arrangements: Arrangements,
    private readonly view: ScenarioView,
  ) {}

  async run(actor: Actor, input: ParsedInputOf<typeof scenarios.save>): Promise<Scenario> {
    const { campId, scenarioId, version, ...content } = input;
    await this.access.require(actor, campId, 'camp.match');
    const row = await this.view.row(campId, scenarioId);
    if (row.version !== version) throw stale(await this.view.one(campId, scenarioId));
    const run = await this.runs.find(row.runId);
    if (run === null) throw notFound('The run');
    const { figures } = await this.arrangements.score(run, content);
    const saved = await this.database.transaction(async (tx) => {
      if (!(await this.store.save(tx, scenarioId, version, content, figures, this.clock.now()))) return false;
      await this.streams.append(tx, `camp:${campId}`, 'scenario.changed', { scenarioId, version: version + 1 });
      return true;
    });
    const current = await this.view.one(campId, scenarioId);
    if (!saved) throw stale(current);
    return current;
  }
}
