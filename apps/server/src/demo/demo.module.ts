import { Module, type OnModuleInit } from '@nestjs/common';
import { AssessmentModule } from '../modules/assessment/assessment.module.js';
import { CampsModule } from '../modules/camps/camps.module.js';
import { CAMP_REMOVED } from '../modules/camps/index.js';
import { ChatModule } from '../modules/chat/chat.module.js';
import { CurriculumModule } from '../modules/curriculum/curriculum.module.js';
import { GroupsModule } from '../modules/groups/groups.module.js';
import { GROUPS_ARRANGED } from '../modules/groups/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { Demo } from './demo.js';
import { DemoTalk } from './talk.js';

/** The demo camp and its people; they leave with their camp. */
@Module({
  imports: [CampsModule, GroupsModule, AssessmentModule, CurriculumModule, ChatModule],
  providers: [Demo, DemoTalk],
})
export class DemoModule implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly demo: Demo,
    private readonly talk: DemoTalk,
  ) {}

  onModuleInit(): void {
    this.outbox.on(CAMP_REMOVED, async ({ demo, userIds }) => {
      if (demo) await this.demo.removePeople(userIds);
    });
    this.outbox.on(GROUPS_ARRANGED, ({ campId, opened }) => this.talk.inGroups(campId, opened));
  }
}
