import { Injectable } from '@nestjs/common';
import type { QueueSettings } from '@tailcamp/contracts';
import { type FormedGroup, isQueuePolicy, levelAt, momentsOf, type QueuePolicy, sizeAt } from '@tailcamp/matching';
import { Clock } from '../../../../kernel/clock.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { type JobRun, Queue } from '../../../../platform/queue/index.js';
import { Solver, SolverRefusal } from '../../../../platform/solver/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { Roster } from '../../../camps/index.js';
import { weighed } from '../../domain/queue/grounds.js';
import { isAccepted, lapse, type ProposalGrounds } from '../../domain/queue/proposal.js';
import { earliest, minutesAfter, minutesSince, nextMoment } from '../../domain/queue/waiting-time.js';
import { PolicyStore } from '../../store/policy-store.js';
import { ProposalStore } from '../../store/queue/proposal-store.js';
import { QueueStore } from '../../store/queue/queue-store.js';
import { type TicketRow, TicketStore } from '../../store/queue/ticket-store.js';
import { Cohorts } from '../cohorts.js';
import { LOOK_AT_QUEUE } from '../jobs.js';
import { QueueChanges } from './queue-changes.js';

const SEED = 1;
/** Looks in one job while others change the queue under it; then a job of its own goes on. */
const MOST_ROUNDS = 4;

/** The queue as a look found it. */
interface Seen {
  campId: string;
  /** When time was last taken note of. */
  at: Date;
  settings: QueueSettings;
  version: number;
  policy: QueuePolicy;
  policyVersion: number;
  waiting: TicketRow[];
  changes: number;
}

/**
 * One look at the queue of a camp: lets lapse what was not answered, widens, forms groups, and ends what has waited too
 * long. The engine works between two transactions; the second takes of its groups those whose members still wait, under
 * row locks, so that it may run twice, or on two workers at once, without doing harm.
 */
@Injectable()
export class LookAtQueue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: Queue,
    private readonly streams: Streams,
    private readonly solver: Solver,
    private readonly roster: Roster,
    private readonly cohorts: Cohorts,
    private readonly policies: PolicyStore,
    private readonly queues: QueueStore,
    private readonly tickets: TicketStore,
    private readonly proposals: ProposalStore,
    private readonly changes: QueueChanges,
  ) {}

  async run({ campId, change }: { campId: string; change: number | null }, run: Pick<JobRun, 'signal'>): Promise<void> {
    const queue = await this.queues.find(campId);
    if (queue === null || (change !== null && queue.looked >= change)) return;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const seen = await this.database.transaction((tx) => this.settle(tx, campId));
      if (seen === null) return;
      const { formed, problem } = await this.form(seen, run.signal);
      const whole = await this.database.transaction((tx) => this.commit(tx, seen, formed, problem));
      if (whole) return;
    }
    await this.database.transaction(async (tx) => {
      await this.changes.lock(tx, campId);
      await this.changes.wake(tx, campId);
    });
  }

  /** What time alone has done. @returns null when the camp has no open queue */
  private async settle(tx: Sql, campId: string): Promise<Seen | null> {
    const { settings, version, changes } = await this.changes.lock(tx, campId);
    const saved = await this.policies.find(campId, tx);
    if (settings?.mode !== 'continuous' || saved === null || !isQueuePolicy(saved.policy)) {
      await this.queues.looked(tx, campId, { looked: changes, nextAt: null, problem: null });
      return null;
    }
    await this.changes.placedAlready(tx, campId, await this.tickets.lockOpen(tx, campId));
    const at = this.clock.now();
    await this.lapse(tx, campId, at);
    const waiting = await this.waiting(tx, campId);
    await this.widen(tx, settings, waiting, at);
    return { campId, at, settings, version, policy: saved.policy, policyVersion: saved.version, waiting, changes };
  }

  private async waiting(tx: Sql, campId: string): Promise<TicketRow[]> {
    return (await this.tickets.open(campId, tx)).filter(({ state }) => state === 'waiting');
  }

  private async lapse(tx: Sql, campId: string, at: Date): Promise<void> {
    const over = (await this.proposals.ofCamp(campId, tx)).filter(({ expiresAt }) => expiresAt <= at);
    if (over.length === 0) return;
    const open = await this.tickets.open(campId, tx);
    for (const { id } of over) {
      const asked = open.filter(({ proposalId }) => proposalId === id);
      const { silent } = lapse(await this.answerers(tx, asked));
      const gone = asked.filter((ticket) => silent.includes(ticket.id));
      if (gone.length === 0) await this.changes.release(tx, campId, id, asked);
      else await this.changes.withdraw(tx, campId, gone, 'unplaced', { reason: 'no_answer' });
    }
  }

  private async answerers(tx: Sql, asked: readonly TicketRow[]) {
    const accounts = await this.roster.userIds(
      asked.map(({ memberId }) => memberId),
      tx,
    );
    return asked.map(({ id, accepted, memberId }) => ({ id, accepted, canAnswer: accounts.has(memberId) }));
  }

  private async widen(tx: Sql, { steps }: QueueSettings, waiting: TicketRow[], at: Date): Promise<void> {
    const accounts = await this.roster.userIds(
      waiting.map(({ memberId }) => memberId),
      tx,
    );
    for (const ticket of waiting) {
      const level = levelAt(steps, minutesSince(ticket.joinedAt, at));
      if (level === ticket.level) continue;
      const rises = level > ticket.level;
      ticket.level = level;
      await this.tickets.setLevel(tx, ticket.id, level);
      const userId = accounts.get(ticket.memberId);
      if (!rises || userId === undefined) continue;
      const widened = { campId: ticket.campId, ticketId: ticket.id };
      await this.streams.append(tx, `user:${userId}`, 'ticket.widened', widened);
    }
  }

  private async form(seen: Seen, signal: AbortSignal): Promise<{ formed: FormedGroup[]; problem: string | null }> {
    const { settings, policy, waiting, campId, at } = seen;
    const tickets = waiting.map(({ memberId, level, joinedAt }) => {
      return { id: memberId, level, due: minutesSince(joinedAt, at) >= settings.gatherMinutes };
    });
    if (!tickets.some(({ due }) => due)) return { formed: [], problem: null };
    const cohort = await this.cohorts.of(campId);
    try {
      const input = { policy, steps: settings.steps, cohort, tickets, seed: SEED };
      return { formed: await this.solver.form(input, signal), problem: null };
    } catch (error) {
      if (!(error instanceof SolverRefusal)) throw error;
      return { formed: [], problem: `The policy does not fit the students any more: ${error.message}.` };
    }
  }

  /** @returns false when the queue was changed meanwhile, so that another look is worth its while */
  private async commit(tx: Sql, seen: Seen, formed: FormedGroup[], problem: string | null): Promise<boolean> {
    const { campId, policy } = seen;
    const { version, looked } = await this.changes.lock(tx, campId);
    const policyVersion = (await this.policies.find(campId, tx))?.version;
    if (version !== seen.version || policyVersion !== seen.policyVersion) return false;
    await this.changes.placedAlready(tx, campId, await this.tickets.lockOpen(tx, campId));
    const waiting = new Map((await this.waiting(tx, campId)).map((ticket) => [ticket.memberId, ticket]));
    let whole = true;
    for (const { members, level, matched, pairs, free } of formed) {
      const tickets = members.flatMap((id) => waiting.get(id) ?? []);
      if (tickets.length < members.length) {
        whole = false;
        continue;
      }
      const grounds = weighed(policy, { memberIds: [...members], matched, pairs, free });
      await this.settleGroup(tx, seen, { grounds, level }, tickets);
      for (const id of members) waiting.delete(id);
    }
    await this.expire(tx, seen, [...waiting.values()]);
    const nextAt = await this.next(tx, seen);
    // A look that has to look again has not seen to its changes: cut off before that, its job must not find them done.
    await this.queues.looked(tx, campId, { looked: whole ? Math.max(looked, seen.changes) : looked, nextAt, problem });
    return whole;
  }

  private async settleGroup(
    tx: Sql,
    { campId, settings }: Seen,
    { grounds, level }: { grounds: ProposalGrounds; level: number },
    tickets: readonly TicketRow[],
  ): Promise<void> {
    const { acceptMinutes } = settings;
    if (acceptMinutes === null || isAccepted(await this.answerers(tx, tickets))) {
      return this.changes.group(tx, campId, grounds, tickets);
    }
    const expiresAt = minutesAfter(this.clock.now(), acceptMinutes);
    await this.changes.propose(tx, campId, { level, grounds, expiresAt }, tickets);
  }

  /** Who has waited as long as anybody may goes, with what stood in the way. */
  private async expire(tx: Sql, { campId, settings, policy }: Seen, waiting: readonly TicketRow[]): Promise<void> {
    const now = this.clock.now();
    const over = waiting.filter(({ joinedAt }) => minutesSince(joinedAt, now) >= settings.expireMinutes);
    if (over.length === 0) return;
    const { min } = sizeAt(policy, settings.steps, settings.steps.length);
    const reason = waiting.length < min ? 'too_few_waiting' : 'nobody_fits';
    await this.changes.end(tx, campId, over, 'expired', { reason });
  }

  /**
   * When something changes by itself again; a job will look then. It counts from when this look began: what came due
   * while the engine worked, this look has not taken note of.
   */
  private async next(tx: Sql, { campId, settings, at }: Seen): Promise<Date | null> {
    const moments = momentsOf(settings);
    const ofTickets = (await this.waiting(tx, campId)).map(({ joinedAt }) => nextMoment(joinedAt, moments, at));
    const ofProposals = (await this.proposals.ofCamp(campId, tx)).map(({ expiresAt }) => expiresAt);
    const next = earliest([...ofTickets, ...ofProposals]);
    if (next === null) return null;
    const delay = Math.max(0, next.getTime() - this.clock.now().getTime()) + 10;
    const key = `${campId}@${next.getTime()}`;
    await this.queue.add(tx, LOOK_AT_QUEUE, { campId, change: null }, { key, delay });
    return next;
  }
}
