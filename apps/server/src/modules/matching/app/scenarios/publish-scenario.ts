import { Injectable } from '@nestjs/common';
import type { ParsedInputOf, Scenario, scenarios } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound, stale } from '../../../../kernel/app-error.js';
import { Database } from '../../../../platform/database/index.js';
import type { Evaluated } from '../../../../platform/solver/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { FormGroups } from '../../../groups/index.js';
import { groupsToForm } from '../../domain/run-result.js';
import { RunStore } from '../../store/run-store.js';
import { ScenarioStore } from '../../store/scenario-store.js';
import { Arrangements } from './arrangements.js';
import { ScenarioView } from './scenario-view.js';

/** Makes a scenario the groups of its camp, scored by the engine here. Published twice, it changes nothing more. */
@Injectable()
export class PublishScenario {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly formGroups: FormGroups,
    private readonly runs: RunStore,
    private readonly store: ScenarioStore,
    private readonly arrangements: Arrangements,
    private readonly view: ScenarioView,
  ) {}

  async run(
    actor: Actor,
    { campId, scenarioId, version, despite }: ParsedInputOf<typeof scenarios.publish>,
  ): Promise<Scenario> {
    await this.access.require(actor, campId, 'camp.match');
    const row = await this.view.row(campId, scenarioId);
    if (row.version !== version) throw stale(await this.view.one(campId, scenarioId));
    const run = await this.runs.find(row.runId);
    if (run === null) throw notFound('The run');
    const { evaluated, policy } = await this.arrangements.score(run, row.content);
    if (!despite) refuseBroken(evaluated);
    const published = await this.database.transaction(async (tx) => {
      await this.runs.lock(tx, campId, row.runId);
      const current = await this.store.lock(tx, campId, scenarioId);
      if (current?.version !== version) return false;
      if (current.publishedVersion === version) return true;
      await this.runs.unaccept(tx, campId);
      await this.store.publish(tx, current);
      const groups = await this.formGroups.run(tx, campId, groupsToForm(evaluated, policy));
      await this.streams.append(tx, `camp:${campId}`, 'scenario.published', { scenarioId, groups });
      return true;
    });
    const current = await this.view.one(campId, scenarioId);
    if (!published) throw stale(current);
    return current;
  }
}

function refuseBroken({ hardViolations }: Evaluated): void {
  const broken = hardViolations.length;
  if (broken === 0) return;
  const detail = `${broken} hard ${broken === 1 ? 'rule is' : 'rules are'} broken in this scenario.`;
  const fields = hardViolations.map((each) => ({ field: each.group ?? 'groups', message: each.detail }));
  throw new AppError('cannot_be_satisfied', { detail, fields });
}
