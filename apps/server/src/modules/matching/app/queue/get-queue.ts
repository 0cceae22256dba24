import { Injectable } from '@nestjs/common';
import type { EndedTicket, ParsedInputOf, Policy, Queue, QueueProposal, QueueTicket, queue } from '@tailcamp/contracts';
import { boundOf, columnOf, levelAt } from '@tailcamp/matching';
import type { Actor } from '../../../../kernel/actor.js';
import { Clock } from '../../../../kernel/clock.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess, Roster } from '../../../camps/index.js';
import { StandingGroups } from '../../../groups/index.js';
import { shownToStaff } from '../../domain/queue/proposal.js';
import { isShort } from '../../domain/queue/short-group.js';
import { median, minutesAfter, minutesSince, nextMoment, waitingOverTime } from '../../domain/queue/waiting-time.js';
import { ProposalStore } from '../../store/queue/proposal-store.js';
import { QueueStore } from '../../store/queue/queue-store.js';
import { type TicketRow, TicketStore } from '../../store/queue/ticket-store.js';
import { QueueRules } from './queue-rules.js';

const DAY_MINUTES = 24 * 60;
const ENDED_SHOWN = 20;

/** The queue of a camp as its staff see it. */
@Injectable()
export class GetQueue {
  constructor(
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly groups: StandingGroups,
    private readonly queues: QueueStore,
    private readonly tickets: TicketStore,
    private readonly proposals: ProposalStore,
    private readonly rules: QueueRules,
  ) {}

  async run(actor: Actor, { campId }: ParsedInputOf<typeof queue.get>): Promise<Queue> {
    await this.access.require(actor, campId, 'camp.match');
    const seq = await this.streams.sequence(`camp:${campId}`);
    const now = this.clock.now();
    const { policy, settings, version } = await this.rules.of(campId);
    const members = await this.roster.members(campId);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const open = await this.tickets.open(campId);
    const ended = await this.tickets.ended(campId, ENDED_SHOWN);
    const day = await this.tickets.since(campId, minutesAfter(now, -DAY_MINUTES));
    const groups = await this.groups.inCamp(campId);
    const placed = new Set([...groups.flatMap(({ memberIds }) => memberIds), ...open.map(({ memberId }) => memberId)]);
    const { min, max } = sizesOf(policy);
    const steps = settings.steps.map(({ afterMinutes }) => afterMinutes);
    return {
      settings,
      version,
      groupSize: { min, max },
      criteria: policy.criteria.map((criterion) => ({
        kind: criterion.kind,
        column: columnOf(criterion),
        hard: criterion.hard ?? false,
        private: criterion.private ?? false,
        bound: boundOf(criterion),
      })),
      problem: (await this.queues.find(campId))?.problem ?? null,
      tickets: open.map(
        ({ id, memberId, state, joinedAt }): QueueTicket => ({
          id,
          memberId,
          name: names.get(memberId) ?? '',
          state,
          joinedAt: joinedAt.toISOString(),
          // By the clock as the moment beside it is: the stored one is as old as the last look.
          level: levelAt(settings.steps, minutesSince(joinedAt, now)),
          widensAt: nextMoment(joinedAt, steps, now)?.toISOString() ?? null,
          expiresAt: minutesAfter(joinedAt, settings.expireMinutes).toISOString(),
        }),
      ),
      proposals: await this.proposed(campId, open, names),
      ended: ended.map((ticket) => endedTicket(ticket, names)),
      history: waitingOverTime(day, now).map(({ at, waiting }) => ({ at: at.toISOString(), waiting })),
      day: figuresOf(day, minutesAfter(now, -DAY_MINUTES)),
      late: members
        .filter(({ id, role }) => role === 'student' && !placed.has(id))
        .map(({ id, name }) => ({ memberId: id, name })),
      short: groups
        .filter((group) => isShort(group, min))
        .map(({ id, name, memberIds }) => ({ groupId: id, name, size: memberIds.length })),
      seq,
    };
  }

  private async proposed(
    campId: string,
    open: readonly TicketRow[],
    names: ReadonlyMap<string, string>,
  ): Promise<QueueProposal[]> {
    return (await this.proposals.ofCamp(campId)).map(({ id, level, grounds, expiresAt }) => ({
      id,
      level,
      score: grounds.score,
      criteria: shownToStaff(grounds),
      expiresAt: expiresAt.toISOString(),
      members: open
        .filter(({ proposalId }) => proposalId === id)
        .map(({ memberId, accepted }) => ({ memberId, name: names.get(memberId) ?? '', accepted })),
    }));
  }
}

/** Of named groups, the widest bounds. */
function sizesOf({ groupSize, groups = [] }: Policy): { min: number; max: number } {
  if (groupSize !== undefined) return groupSize;
  return { min: Math.min(...groups.map(({ min }) => min)), max: Math.max(...groups.map(({ max }) => max)) };
}

function endedTicket(ticket: TicketRow, names: ReadonlyMap<string, string>): EndedTicket {
  const { id, memberId, state, reason, joinedAt } = ticket;
  const endedAt = ticket.endedAt ?? joinedAt;
  return {
    id,
    memberId,
    name: names.get(memberId) ?? '',
    state,
    reason,
    waitedMinutes: minutesSince(joinedAt, endedAt),
    endedAt: endedAt.toISOString(),
  };
}

function figuresOf(day: readonly TicketRow[], from: Date): Queue['day'] {
  const over = day.filter(({ endedAt }) => endedAt !== null);
  const grouped = over.filter(({ state }) => state === 'grouped');
  return {
    joined: day.filter(({ joinedAt }) => joinedAt >= from).length,
    grouped: grouped.length,
    ended: over.length - grouped.length,
    medianMinutes: median(grouped.map(({ joinedAt, endedAt }) => minutesSince(joinedAt, endedAt ?? joinedAt))),
  };
}
