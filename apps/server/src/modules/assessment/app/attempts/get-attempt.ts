import { Injectable } from '@nestjs/common';
import type { Attempt, assessment, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AttemptStore } from '../../store/attempts/attempt-store.js';
import { AttemptAccess } from './attempt-access.js';
import { AttemptView } from './attempt-view.js';
import { EndAttempts } from './end-attempts.js';

@Injectable()
export class GetAttempt {
  constructor(
    private readonly access: AttemptAccess,
    private readonly store: AttemptStore,
    private readonly ending: EndAttempts,
    private readonly view: AttemptView,
  ) {}

  async run(actor: Actor, { attemptId }: ParsedInputOf<typeof assessment.get>): Promise<Attempt> {
    const { attempt, standing } = await this.access.mine(actor, attemptId);
    const ended = await this.ending.endIfPast(attempt);
    const now = ended ? await this.store.find(attempt.id) : null;
    return this.view.of(actor, now ?? attempt, standing.camp.name);
  }
}
