import { Injectable } from '@nestjs/common';
import type { matching, ParsedInputOf, Run } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError, notFound } from '../../../kernel/app-error.js';
import { Database } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampAccess } from '../../camps/index.js';
import { FormGroups } from '../../groups/index.js';
import { groupsToForm } from '../domain/run-result.js';
import { RunStore } from '../store/run-store.js';
import { ScenarioStore } from '../store/scenario-store.js';
import { RunView } from './run-view.js';

/** Makes the result of a run the groups of its camp. Accepted twice, it changes nothing more. */
@Injectable()
export class AcceptRun {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly formGroups: FormGroups,
    private readonly runs: RunStore,
    private readonly scenarios: ScenarioStore,
    private readonly view: RunView,
  ) {}

  async run(actor: Actor, { campId, runId }: ParsedInputOf<typeof matching.accept>): Promise<Run> {
    await this.access.require(actor, campId, 'camp.match');
    await this.database.transaction(async (tx) => {
      const row = await this.runs.lock(tx, campId, runId);
      if (row === null) throw notFound('The run');
      if (row.state === 'accepted') return;
      const result = row.state === 'done' ? await this.runs.result(runId, tx) : null;
      if (result === null) {
        throw new AppError('conflict', {
          detail: `Only a run that is done can be accepted; this one is ${row.state}.`,
        });
      }
      await this.runs.accept(tx, row);
      await this.scenarios.unpublish(tx, campId);
      const groups = await this.formGroups.run(
        tx,
        campId,
        groupsToForm({ ...result.report, pairs: result.pairs, free: result.free ?? {} }, row.policy),
      );
      await this.streams.append(tx, `camp:${campId}`, 'run.accepted', { runId, groups });
    });
    return this.view.one(campId, runId);
  }
}
