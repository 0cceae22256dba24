import { Injectable } from '@nestjs/common';
import type { ParsedInputOf, RunInput, scenarios } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { notFound } from '../../../../kernel/app-error.js';
import { CampAccess } from '../../../camps/index.js';
import { RunStore } from '../../store/run-store.js';

/** What the engine was given for a run, for the engine in the browser of an instructor. */
@Injectable()
export class GetRunInput {
  constructor(
    private readonly access: CampAccess,
    private readonly runs: RunStore,
  ) {}

  async run(actor: Actor, { campId, runId }: ParsedInputOf<typeof scenarios.input>): Promise<RunInput> {
    await this.access.require(actor, campId, 'camp.match');
    const run = await this.runs.find(runId);
    if (run?.campId !== campId) throw notFound('The run');
    const { cohort } = await this.runs.snapshot(runId);
    const { columns, rows, idColumn } = cohort;
    return {
      engine: run.engine,
      policy: run.policy,
      columns: [...columns],
      rows: rows.map((row) => [...row]),
      idColumn,
    };
  }
}
