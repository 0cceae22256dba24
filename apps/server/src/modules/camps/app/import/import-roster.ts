import { Injectable } from '@nestjs/common';
import type { Import } from '@tailcamp/contracts';
import { SYSTEM } from '../../../../kernel/actor.js';
import { Database } from '../../../../platform/database/index.js';
import { ImportStore } from '../../store/import-store.js';
import { ApplyImport } from './apply-import.js';
import { GetImport } from './get-import.js';
import { ReadImport } from './read-import.js';

/** Both steps of an import at once, for the command line, which waits for its end. */
@Injectable()
export class ImportRoster {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportStore,
    private readonly read: ReadImport,
    private readonly apply: ApplyImport,
    private readonly get: GetImport,
  ) {}

  async run(input: { campId: string; fileName: string; content: string }): Promise<Import> {
    const { id: importId } = await this.read.run(SYSTEM, input);
    await this.imports.advance(this.database.sql, importId, 'ready', 'applying');
    await this.apply.run({ importId }, { attempt: 1, signal: new AbortController().signal });
    return this.get.run(SYSTEM, { campId: input.campId, importId });
  }
}
