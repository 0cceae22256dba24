import { Injectable } from '@nestjs/common';
import type { ParsedInputOf, Scenario, scenarios } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { newId } from '../../../../kernel/id.js';
import { Database } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import type { ScenarioContent } from '../../domain/scenario.js';
import { type RunRow, RunStore } from '../../store/run-store.js';
import { ScenarioStore } from '../../store/scenario-store.js';
import { Arrangements } from './arrangements.js';
import { ScenarioView } from './scenario-view.js';

/** Opens a scenario on the result of a run, or on what another scenario has made of it. */
@Injectable()
export class CreateScenario {
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

  async run(actor: Actor, { campId, runId, name, from }: ParsedInputOf<typeof scenarios.create>): Promise<Scenario> {
    await this.access.require(actor, campId, 'camp.match');
    const run = await this.runs.find(runId);
    if (run?.campId !== campId) throw notFound('The run');
    const begun = from === undefined ? await this.resultOf(run) : await this.contentOf(run, from);
    const content = { ...begun, name };
    const { figures } = await this.arrangements.score(run, content);
    const id = newId(this.clock.now().getTime());
    await this.database.transaction(async (tx) => {
      await this.store.insert(tx, { id, campId, runId, content, ...figures, createdAt: this.clock.now() });
      await this.streams.append(tx, `camp:${campId}`, 'scenario.changed', { scenarioId: id, version: 1 });
    });
    return this.view.one(campId, id);
  }

  private async resultOf(run: RunRow): Promise<Omit<ScenarioContent, 'name'>> {
    const result = await this.runs.result(run.id);
    if (result === null) throw new AppError('conflict', { detail: `This run is ${run.state}; it has no groups.` });
    const groups = result.report.groups.map(({ name, members }) => ({ name, members }));
    return { groups, locked: { members: [], groups: [] }, policy: null };
  }

  private async contentOf({ id, campId }: RunRow, from: string): Promise<ScenarioContent> {
    const row = await this.view.row(campId, from);
    if (row.runId !== id) throw new AppError('conflict', { detail: 'That scenario is of another run.' });
    return row.content;
  }
}
