import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.js';
import { Database } from '../../../../platform/database/index.js';
import { ImportStore } from '../../store/import-store.js';

const KEPT = 7 * 24 * 3_600_000;

/** An imported file holds personal data: what is a week old goes, applied or not. */
@Injectable()
export class DiscardImports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly imports: ImportStore,
  ) {}

  async run(): Promise<void> {
    await this.imports.discardBefore(this.database.sql, new Date(this.clock.now().getTime() - KEPT));
  }
}
