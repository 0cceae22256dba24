import { Injectable } from '@nestjs/common';
import type { assessment, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { newId } from '../../../../kernel/id.js';
import { Database } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { AttemptStore } from '../../store/attempts/attempt-store.js';
import { ReportStore } from '../../store/attempts/report-store.js';
import { AttemptAccess } from './attempt-access.js';

/** A learner tells what is wrong with a question that they were asked. */
@Injectable()
export class ReportFault {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly access: AttemptAccess,
    private readonly store: AttemptStore,
    private readonly reports: ReportStore,
  ) {}

  async run(actor: Actor, { attemptId, position, text }: ParsedInputOf<typeof assessment.report>): Promise<void> {
    const { attempt } = await this.access.mine(actor, attemptId);
    const asked = (await this.store.answers(attemptId)).find((row) => row.position === position);
    if (asked === undefined) {
      const message = 'No question of this attempt stands there';
      throw new AppError('invalid_input', { fields: [{ field: 'position', message }] });
    }
    const { campId } = attempt;
    const { itemId, version } = asked;
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      await this.reports.put(tx, { id: newId(at.getTime()), campId, itemId, version, attemptId, position, text, at });
      await this.streams.append(tx, `camp:${campId}`, 'items.changed', { campId });
    });
  }
}
