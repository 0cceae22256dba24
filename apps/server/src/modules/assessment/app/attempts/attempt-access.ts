import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { CampAccess, type CampStanding } from '../../../camps/index.js';
import { type AttemptRow, AttemptStore } from '../../store/attempts/attempt-store.js';

/** Asked in the first line of every use case that is about an attempt. Call it outside transactions. */
@Injectable()
export class AttemptAccess {
  constructor(
    private readonly access: CampAccess,
    private readonly store: AttemptStore,
  ) {}

  /** My own attempt. @throws AppError `not_found` for everybody else, staff too: nobody looks over a shoulder */
  async mine(actor: Actor, attemptId: string): Promise<{ attempt: AttemptRow; standing: CampStanding }> {
    const { attempt, standing } = await this.find(actor, attemptId);
    if (standing.memberId !== attempt.memberId) throw notFound('The attempt');
    return { attempt, standing };
  }

  /** An attempt that is over: its learner's and staff's. @throws AppError `conflict` while it is open */
  async over(actor: Actor, attemptId: string): Promise<{ attempt: AttemptRow; standing: CampStanding }> {
    const { attempt, standing } = await this.find(actor, attemptId);
    const staff = standing.myRole !== 'student';
    if (!staff && standing.memberId !== attempt.memberId) throw notFound('The attempt');
    if (attempt.state === 'open') throw new AppError('conflict', { detail: 'This assessment is not over yet.' });
    return { attempt, standing };
  }

  /** The learner's own at any time, staff's once it is over. @throws AppError `not_found` for everybody else */
  async seen(actor: Actor, attemptId: string): Promise<{ attempt: AttemptRow; standing: CampStanding }> {
    const { attempt, standing } = await this.find(actor, attemptId);
    const asStaff = standing.myRole !== 'student' && attempt.state === 'over';
    if (standing.memberId !== attempt.memberId && !asStaff) throw notFound('The attempt');
    return { attempt, standing };
  }

  private async find(actor: Actor, attemptId: string): Promise<{ attempt: AttemptRow; standing: CampStanding }> {
    const attempt = await this.store.find(attemptId);
    if (attempt === null) throw notFound('The attempt');
    try {
      return { attempt, standing: await this.access.require(actor, attempt.campId, 'camp.see') };
    } catch {
      throw notFound('The attempt');
    }
  }
}
