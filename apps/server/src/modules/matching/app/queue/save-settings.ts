import { Injectable } from '@nestjs/common';
import type { FieldProblem, ParsedInputOf, Policy, Queue as QueueSeen, queue } from '@tailcamp/contracts';
import { followPolicy, isQueuePolicy, settingsProblems } from '@tailcamp/matching';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, stale } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { PolicyStore } from '../../store/policy-store.js';
import { ProposalStore } from '../../store/queue/proposal-store.js';
import { QueueStore } from '../../store/queue/queue-store.js';
import { TicketStore } from '../../store/queue/ticket-store.js';
import { GetQueue } from './get-queue.js';
import { QueueChanges } from './queue-changes.js';
import { QueueRules } from './queue-rules.js';

/**
 * Opens, closes or changes the queue. Steps speak of the policy's criteria by their places, so a policy that is still our
 * proposal is saved with them: it would change with every student who joins.
 */
@Injectable()
export class SaveSettings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly policies: PolicyStore,
    private readonly queues: QueueStore,
    private readonly tickets: TicketStore,
    private readonly proposals: ProposalStore,
    private readonly rules: QueueRules,
    private readonly changes: QueueChanges,
    private readonly getQueue: GetQueue,
  ) {}

  async run(actor: Actor, { campId, settings, version }: ParsedInputOf<typeof queue.save>): Promise<QueueSeen> {
    await this.access.require(actor, campId, 'camp.match');
    const { policy, policySaved } = await this.rules.of(campId);
    const wrong = isQueuePolicy(policy) ? settingsProblems(settings, policy) : namedGroups(settings.mode);
    if (wrong.length > 0) throw new AppError('invalid_input', { fields: wrong });
    const saved = await this.database.transaction(async (tx) => {
      const before = await this.changes.lock(tx, campId);
      if (before.version !== version) return false;
      if (!policySaved) await this.policies.save(tx, campId, policy, 0, this.clock.now());
      await this.queues.save(tx, campId, settings, version + 1);
      await this.streams.append(tx, `camp:${campId}`, 'queue.settings', { campId, version: version + 1 });
      if (settings.mode === 'rounds') await this.close(tx, campId);
      await this.changes.wake(tx, campId);
      return true;
    });
    const current = await this.getQueue.run(actor, { campId });
    if (!saved) throw stale(current);
    return current;
  }

  /** The policy of the camp is another one from now on, in the caller's transaction. */
  async followPolicy(tx: Sql, campId: string, before: Policy | null, after: Policy): Promise<void> {
    const { settings, version } = await this.changes.lock(tx, campId);
    if (settings === null || before === null || !isQueuePolicy(before)) return;
    const followed: typeof settings = isQueuePolicy(after)
      ? followPolicy(settings, before, after)
      : { ...settings, mode: 'rounds', steps: [] };
    await this.queues.save(tx, campId, followed, version + 1);
    await this.streams.append(tx, `camp:${campId}`, 'queue.settings', { campId, version: version + 1 });
    if (followed.mode === 'rounds') await this.close(tx, campId);
    await this.changes.wake(tx, campId);
  }

  private async close(tx: Sql, campId: string): Promise<void> {
    await this.proposals.removeCamp(tx, campId);
    await this.changes.end(tx, campId, await this.tickets.lockOpen(tx, campId), 'unplaced', { reason: 'queue_closed' });
  }
}

function namedGroups(mode: 'rounds' | 'continuous'): FieldProblem[] {
  const message = 'The policy has named groups: such a camp matches in rounds';
  return mode === 'rounds' ? [] : [{ field: 'settings.mode', message }];
}
