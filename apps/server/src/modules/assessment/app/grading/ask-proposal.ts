import { Injectable } from '@nestjs/common';
import type { Sql } from '../../../../platform/database/index.js';
import { Queue } from '../../../../platform/queue/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { ProposalStore } from '../../store/grading/proposal-store.js';
import { PROPOSE_GRADE } from '../jobs.js';
import { CampRules } from '../settings/camp-rules.js';

/** Puts an answer in line for a proposal. */
@Injectable()
export class AskProposal {
  constructor(
    private readonly queue: Queue,
    private readonly streams: Streams,
    private readonly rules: CampRules,
    private readonly store: ProposalStore,
  ) {}

  /** When it arrives, in camps that want proposals. */
  async onArrival(tx: Sql, campId: string, answerId: string): Promise<void> {
    const { settings } = await this.rules.of(campId, tx);
    if (settings.proposals !== 'off') await this.ask(tx, campId, answerId);
  }

  async ask(tx: Sql, campId: string, answerId: string): Promise<void> {
    const asks = await this.store.ask(tx, answerId);
    await this.queue.add(tx, PROPOSE_GRADE, { answerId }, { key: `${answerId}:${asks}` });
    await this.streams.append(tx, `camp:${campId}`, 'grading.proposed', { campId, answerId, state: 'waiting' });
  }
}
