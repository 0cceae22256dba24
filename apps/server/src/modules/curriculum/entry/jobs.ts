import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../../../platform/outbox/index.js';
import { CAMP_COPIED, CAMP_REMOVED } from '../../camps/index.js';
import { LessonsFollowCamp } from '../app/lessons/lessons-follow-camp.js';

/** What is done when camps tell of something. */
@Injectable()
export class CurriculumJobs implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly lessons: LessonsFollowCamp,
  ) {}

  onModuleInit(): void {
    this.outbox.on(CAMP_COPIED, ({ from, to }) => this.lessons.campCopied(from, to));
    this.outbox.on(CAMP_REMOVED, ({ campId }) => this.lessons.campRemoved(campId));
  }
}
