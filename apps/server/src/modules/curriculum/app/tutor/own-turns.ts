import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { CampAccess } from '../../../camps/index.js';
import { type ThreadRow, ThreadStore } from '../../store/tutor/thread-store.js';
import { type TurnRow, TurnStore } from '../../store/tutor/turn-store.js';

/** What a learner may reach of the tutor: their own conversations in one camp, and nobody else's, whatever the id. */
@Injectable()
export class OwnTurns {
  constructor(
    private readonly access: CampAccess,
    private readonly threads: ThreadStore,
    private readonly turns: TurnStore,
  ) {}

  /** @throws AppError `forbidden` for those who do not learn here, `not_found` */
  async learner(actor: Actor, campId: string): Promise<{ memberId: string }> {
    const { memberId } = await this.access.require(actor, campId, 'curriculum.learn');
    if (memberId === null) throw new AppError('forbidden');
    return { memberId };
  }

  async thread(actor: Actor, { campId, threadId }: { campId: string; threadId: string }): Promise<ThreadRow> {
    const { memberId } = await this.learner(actor, campId);
    const thread = await this.threads.find(threadId);
    if (thread === null || thread.memberId !== memberId) throw notFound('The conversation');
    return thread;
  }

  async turn(actor: Actor, { campId, turnId }: { campId: string; turnId: string }): Promise<TurnRow> {
    const { memberId } = await this.learner(actor, campId);
    const turn = await this.turns.find(turnId);
    if (turn === null || turn.memberId !== memberId) throw notFound('The question');
    return turn;
  }
}
