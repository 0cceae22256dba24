import { Injectable } from '@nestjs/common';
import type { curriculum, ParsedInputOf, StepPage } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database } from '../../../../platform/database/index.js';
import { CampAccess } from '../../../camps/index.js';
import { LessonStore } from '../../store/lessons/lesson-store.js';
import { PathStore } from '../../store/paths/path-store.js';
import { GetStep } from './get-step.js';
import { StartStep } from './start-step.js';

/** Notes that a lesson was read to the end, or takes that back. The first one that is read begins the step. */
@Injectable()
export class ReadLesson {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: CampAccess,
    private readonly lessons: LessonStore,
    private readonly paths: PathStore,
    private readonly start: StartStep,
    private readonly getStep: GetStep,
  ) {}

  async run(actor: Actor, { campId, skill, lesson, read }: ParsedInputOf<typeof curriculum.read>): Promise<StepPage> {
    const { memberId, camp } = await this.access.require(actor, campId, 'curriculum.learn');
    if (memberId === null) throw new AppError('forbidden');
    if ((await this.lessons.lesson(campId, lesson))?.skill !== skill) throw notFound('The lesson');
    await this.database.transaction(async (tx) => {
      if (!read) return this.paths.removeRead(tx, memberId, lesson);
      await this.paths.addRead(tx, [{ campId, memberId, lesson, readAt: this.clock.now() }]);
      await this.start.within(tx, camp, memberId, skill);
    });
    return this.getStep.run(actor, { campId, skill });
  }
}
