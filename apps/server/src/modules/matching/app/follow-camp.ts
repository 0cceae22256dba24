import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import { PolicyStore } from '../store/policy-store.js';
import { ProposalStore } from '../store/queue/proposal-store.js';
import { QueueStore } from '../store/queue/queue-store.js';
import { TicketStore } from '../store/queue/ticket-store.js';
import { RunStore } from '../store/run-store.js';
import { ScenarioStore } from '../store/scenario-store.js';
import { QueueChanges } from './queue/queue-changes.js';

/** Keeps policies, runs, scenarios and queues in step with their camps. Told at least once, so done twice it changes nothing. */
@Injectable()
export class FollowCamp {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly policies: PolicyStore,
    private readonly runs: RunStore,
    private readonly scenarios: ScenarioStore,
    private readonly queues: QueueStore,
    private readonly tickets: TicketStore,
    private readonly proposals: ProposalStore,
    private readonly changes: QueueChanges,
  ) {}

  /** A copied camp has the policy and the queue's settings of the first, unless somebody has saved some for it meanwhile. */
  async campCopied(from: string, to: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const saved = await this.policies.find(from, tx);
      if (saved === null || !(await this.policies.save(tx, to, saved.policy, 0, this.clock.now()))) return;
      const { settings } = (await this.queues.find(from, tx)) ?? {};
      const { version } = await this.changes.lock(tx, to);
      if (settings != null && version === 0) await this.queues.save(tx, to, settings, 1);
    });
  }

  async campRemoved(campId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.policies.remove(tx, campId);
      await this.scenarios.removeCamp(tx, campId);
      await this.runs.removeCamp(tx, campId);
      await this.proposals.removeCamp(tx, campId);
      await this.tickets.removeCamp(tx, campId);
      await this.queues.removeCamp(tx, campId);
    });
  }

  /** Who left the camp leaves the queue; those who had a proposal with them wait on. */
  async memberLeft(campId: string, memberId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.changes.lock(tx, campId);
      const ticket = await this.tickets.newest(memberId, tx);
      if (ticket?.endedAt !== null) return;
      await this.changes.withdraw(tx, campId, [ticket], 'left', { reason: 'left_camp' });
    });
  }

  /** Tickets of those who have a group now are to end: a look does it. */
  async groupsFormed(campId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if ((await this.tickets.open(campId, tx)).length === 0) return;
      await this.changes.lock(tx, campId);
      await this.changes.wake(tx, campId);
    });
  }
}
