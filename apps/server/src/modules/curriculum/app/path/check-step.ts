import { Injectable } from '@nestjs/common';
import type { curriculum, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { Database } from '../../../../platform/database/index.js';
import { CheckSkill } from '../../../assessment/index.js';
import { CampAccess } from '../../../camps/index.js';
import { Curricula, checkOf } from './curricula.js';
import { StartStep } from './start-step.js';

/** Asks the next question that closes a step; whoever asks for one has begun it. */
@Injectable()
export class CheckStep {
  constructor(
    private readonly database: Database,
    private readonly access: CampAccess,
    private readonly curricula: Curricula,
    private readonly check: CheckSkill,
    private readonly start: StartStep,
  ) {}

  async run(
    actor: Actor,
    { campId, skill: id }: ParsedInputOf<typeof curriculum.check>,
  ): Promise<OutputOf<typeof curriculum.check>> {
    const { memberId, camp } = await this.access.require(actor, campId, 'curriculum.learn');
    if (memberId === null) throw new AppError('forbidden');
    const whole = await this.curricula.of(camp);
    const skill = whole.skills.get(id);
    if (skill === undefined) throw notFound('The skill');
    const { track } = skill;
    const asked = await this.check.next({ campId, memberId, skill: id, track, questions: checkOf(whole, id) });
    if (asked.question !== null) await this.database.transaction((tx) => this.start.within(tx, camp, memberId, id));
    return asked;
  }
}
