import { Injectable } from '@nestjs/common';
import type { camps, Import, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { Database } from '../../../../platform/database/index.js';
import { Queue } from '../../../../platform/queue/index.js';
import { ImportStore } from '../../store/import-store.js';
import { CampAccess } from '../camp-access.js';
import { importView } from './import-view.js';
import { APPLY_IMPORT } from './jobs.js';

/** The second step: a job applies what was read. Pressing twice starts one job. */
@Injectable()
export class StartImport {
  constructor(
    private readonly database: Database,
    private readonly queue: Queue,
    private readonly imports: ImportStore,
    private readonly access: CampAccess,
  ) {}

  async run(actor: Actor, { campId, importId }: ParsedInputOf<typeof camps.applyImport>): Promise<Import> {
    await this.access.require(actor, campId, 'camp.import');
    const stored = await this.imports.find(this.database.sql, importId);
    if (stored?.campId !== campId) throw notFound('The import');
    const started = await this.database.transaction(async (tx) => {
      if (!(await this.imports.advance(tx, importId, 'ready', 'applying'))) return false;
      await this.queue.add(tx, APPLY_IMPORT, { importId }, { key: importId });
      return true;
    });
    if (!started)
      throw new AppError('conflict', { detail: `This import is ${stored.state} already; read the file again.` });
    return importView({ ...stored, state: 'applying' });
  }
}
