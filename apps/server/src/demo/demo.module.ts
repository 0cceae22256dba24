import { Module, type OnModuleInit } from '@nestjs/common';
import { AssessmentModule } from '../modules/assessment/assessment.module.js';
import { CampsModule } from '../modules/camps/camps.module.js';
import { CAMP_REMOVED } from '../modules/camps/index.js';
import { CurriculumModule } from '../modules/curriculum/curriculum.module.js';
import { Outbox } from '../platform/outbox/index.js';
import { Demo } from './demo.js';

/** The demo camp and its people; they leave with their camp. */
@Module({ imports: [CampsModule, AssessmentModule, CurriculumModule], providers: [Demo] })
export class DemoModule implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly demo: Demo,
  ) {}

  onModuleInit(): void {
    this.outbox.on(CAMP_REMOVED, async ({ demo, userIds }) => {
      if (demo) await this.demo.removePeople(userIds);
    });
  }
}
