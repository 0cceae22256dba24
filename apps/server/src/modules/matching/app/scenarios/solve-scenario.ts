import { Injectable } from '@nestjs/common';
import type { ParsedInputOf, Run, scenarios } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { notFound, stale } from '../../../../kernel/app-error.js';
import { CampAccess } from '../../../camps/index.js';
import { RunStore } from '../../store/run-store.js';
import { ScenarioStore } from '../../store/scenario-store.js';
import { BeginRun } from '../begin-run.js';
import { RunView } from '../run-view.js';
import { ScenarioView } from './scenario-view.js';

/**
 * Has a run arrange anew whoever of a scenario is not locked. It is a run like any other: its snapshot holds the groups
 * to start from and the locks, so that it can be repeated.
 */
@Injectable()
export class SolveScenario {
  constructor(
    private readonly access: CampAccess,
    private readonly runs: RunStore,
    private readonly store: ScenarioStore,
    private readonly begin: BeginRun,
    private readonly runView: RunView,
    private readonly view: ScenarioView,
  ) {}

  async run(actor: Actor, input: ParsedInputOf<typeof scenarios.solve>): Promise<Run> {
    const { campId, scenarioId, version, seed } = input;
    await this.access.require(actor, campId, 'camp.match');
    const { runId, content, ...row } = await this.view.row(campId, scenarioId);
    if (row.version !== version) throw stale(await this.view.one(campId, scenarioId));
    const run = await this.runs.find(runId);
    if (run === null) throw notFound('The run');
    const { cohort, names } = await this.runs.snapshot(runId);
    const snapshot = { cohort, names, rest: { groups: content.groups, locked: content.locked } };
    const id = await this.begin.run({ campId, policy: content.policy ?? run.policy, seed, snapshot }, (tx, added) =>
      this.store.solve(tx, scenarioId, added),
    );
    return this.runView.one(campId, id);
  }
}
