import { Injectable } from '@nestjs/common';
import type { matching, ParsedInputOf, Run } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampAccess } from '../../camps/index.js';
import { RunStore } from '../store/run-store.js';
import { RunView } from './run-view.js';

/** The run is over at once; its worker, in whatever process, sees it within a second and stops. */
@Injectable()
export class CancelRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly runs: RunStore,
    private readonly view: RunView,
  ) {}

  async run(actor: Actor, { campId, runId }: ParsedInputOf<typeof matching.cancel>): Promise<Run> {
    await this.access.require(actor, campId, 'camp.match');
    await this.view.one(campId, runId);
    await this.database.transaction(async (tx) => {
      if (!(await this.runs.end(tx, runId, 'cancelled', null, this.clock.now()))) return;
      await this.streams.append(tx, `camp:${campId}`, 'run.finished', { runId, state: 'cancelled' });
    });
    const run = await this.view.one(campId, runId);
    if (run.state !== 'cancelled') throw new AppError('conflict', { detail: `This run is ${run.state} already.` });
    return run;
  }
}
