import { Injectable } from '@nestjs/common';
import type { MyQueue, ParsedInputOf, queue } from '@tailcamp/contracts';
import { isQueuePolicy, visibleRungs } from '@tailcamp/matching';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess, Roster } from '../../../camps/index.js';
import { StandingGroups, scoreForStudents } from '../../../groups/index.js';
import { shownToStudents } from '../../domain/queue/proposal.js';
import { minutesAfter, minutesSince } from '../../domain/queue/waiting-time.js';
import { ProposalStore } from '../../store/queue/proposal-store.js';
import { type TicketRow, TicketStore } from '../../store/queue/ticket-store.js';
import { GroupChoices } from './group-choices.js';
import { QueueRules } from './queue-rules.js';

/** The camp member behind the actor, and whose stream they hear. */
export interface Self {
  memberId: string;
  userId: string;
}

/** Where a student stands; nothing of what is private shows in it, not even that there is something. */
@Injectable()
export class GetMyQueue {
  constructor(
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly groups: StandingGroups,
    private readonly tickets: TicketStore,
    private readonly proposals: ProposalStore,
    private readonly rules: QueueRules,
    private readonly choices: GroupChoices,
  ) {}

  async run(actor: Actor, { campId }: ParsedInputOf<typeof queue.mine>): Promise<MyQueue> {
    const { memberId, userId } = await this.self(actor, campId);
    const seq = await this.streams.sequence(`user:${userId}`);
    const opened = await this.rules.opened(campId);
    const rungs =
      opened !== null && isQueuePolicy(opened.policy) ? visibleRungs(opened.policy, opened.settings.steps) : [];
    const newest = await this.tickets.newest(memberId);
    const open = newest !== null && newest.endedAt === null ? newest : null;
    const group = (await this.groups.of([memberId])).get(memberId) ?? null;
    return {
      campId,
      mode: opened?.settings.mode ?? 'rounds',
      gatherMinutes: opened?.settings.gatherMinutes ?? 0,
      rungs,
      ticket:
        open === null || opened === null
          ? null
          : {
              id: open.id,
              state: open.state,
              joinedAt: open.joinedAt.toISOString(),
              ...(await this.place(open)),
              rung: this.rungOf(open, rungs),
              expiresAt: minutesAfter(open.joinedAt, opened.settings.expireMinutes).toISOString(),
            },
      last:
        newest?.endedAt == null || group !== null
          ? null
          : { state: newest.state, reason: newest.reason, endedAt: newest.endedAt.toISOString() },
      proposal: open?.proposalId == null ? null : await this.proposed(open.proposalId, memberId),
      group: group && { id: group.id, name: group.name },
      choices: group === null ? null : await this.choices.of(campId, memberId),
      seq,
    };
  }

  /** The permission to use the queue of a camp: students of it only. */
  async self(actor: Actor, campId: string): Promise<Self> {
    const { memberId } = await this.access.require(actor, campId, 'queue.join');
    if (actor.kind === 'system' || memberId === null) throw new AppError('forbidden');
    return { memberId, userId: actor.userId };
  }

  private async place({ campId, id, state }: TicketRow): Promise<{ position: number | null; waiting: number }> {
    const waiting = (await this.tickets.open(campId)).filter((ticket) => ticket.state === 'waiting');
    const position = state === 'waiting' ? waiting.findIndex((ticket) => ticket.id === id) + 1 : null;
    return { position, waiting: waiting.length };
  }

  private rungOf({ joinedAt }: TicketRow, rungs: MyQueue['rungs']): number {
    const waited = minutesSince(joinedAt, this.clock.now());
    return Math.max(0, rungs.filter(({ afterMinutes }) => afterMinutes <= waited).length - 1);
  }

  private async proposed(proposalId: string, me: string): Promise<MyQueue['proposal']> {
    const proposal = await this.proposals.find(proposalId);
    if (proposal === null) return null;
    const { grounds, campId, expiresAt } = proposal;
    const asked = (await this.tickets.open(campId)).filter((ticket) => ticket.proposalId === proposalId);
    const names = await this.roster.names(grounds.memberIds);
    return {
      id: proposalId,
      score: scoreForStudents(grounds.criteria),
      criteria: shownToStudents(grounds),
      expiresAt: expiresAt.toISOString(),
      members: grounds.memberIds.map((id) => ({ name: names.get(id) ?? '', isMe: id === me })),
      accepted: asked.filter(({ accepted }) => accepted).length,
      answer: asked.some(({ memberId, accepted }) => memberId === me && accepted) ? 'accepted' : null,
    };
  }
}
