import { Injectable } from '@nestjs/common';
import type { matching, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError, notFound } from '../../../kernel/app-error.js';
import { CampAccess } from '../../camps/index.js';
import { GroupsFile } from '../../groups/index.js';
import { RunStore } from '../store/run-store.js';

/** The result of a run as a file for other systems, published or not. */
@Injectable()
export class ExportRun {
  constructor(
    private readonly access: CampAccess,
    private readonly runs: RunStore,
    private readonly file: GroupsFile,
  ) {}

  async run(actor: Actor, { campId, runId, ...asked }: ParsedInputOf<typeof matching.export>): Promise<string> {
    await this.access.require(actor, campId, 'camp.match');
    const run = await this.runs.find(runId);
    if (run?.campId !== campId) throw notFound('The run');
    const result = await this.runs.result(runId);
    if (result === null) throw new AppError('conflict', { detail: `This run is ${run.state}; it has no groups.` });
    return this.file.write(campId, result.report.groups, asked);
  }
}
