import { Injectable } from '@nestjs/common';
import type { itemBank, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { notFound } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { ReportStore } from '../../store/attempts/report-store.js';
import { BankStore } from '../../store/bank/bank-store.js';

/** A fault that a learner reported is dealt with. Doing it twice changes nothing. */
@Injectable()
export class ResolveReport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly store: BankStore,
    private readonly reports: ReportStore,
  ) {}

  async run(actor: Actor, { campId, itemId, reportId }: ParsedInputOf<typeof itemBank.resolveReport>): Promise<void> {
    await this.access.require(actor, campId, 'assessment.manage');
    const row = await this.store.find(campId, itemId);
    if (row === null) throw notFound('The question');
    const ids = await this.store.idsOf(campId, row.slug);
    await this.database.transaction(async (tx) => {
      if (!(await this.reports.resolve(tx, campId, ids, reportId, this.clock.now()))) throw notFound('The report');
      await this.streams.append(tx, `camp:${campId}`, 'items.changed', { campId });
    });
  }
}
