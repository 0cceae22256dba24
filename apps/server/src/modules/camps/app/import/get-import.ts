import { Injectable } from '@nestjs/common';
import type { camps, Import, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { notFound } from '../../../../kernel/app-error.js';
import { Database } from '../../../../platform/database/index.js';
import { ImportStore } from '../../store/import-store.js';
import { CampAccess } from '../camp-access.js';
import { importView } from './import-view.js';

@Injectable()
export class GetImport {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportStore,
    private readonly access: CampAccess,
  ) {}

  async run(actor: Actor, { campId, importId }: ParsedInputOf<typeof camps.getImport>): Promise<Import> {
    await this.access.require(actor, campId, 'camp.import');
    const stored = await this.imports.find(this.database.sql, importId);
    if (stored?.campId !== campId) throw notFound('The import');
    return importView(stored);
  }
}
