import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { CampsModule } from '../camps/camps.module.js';
import { BringLessons } from './app/lessons/bring-lessons.js';
import { LessonsFollowCamp } from './app/lessons/lessons-follow-camp.js';
import { CurriculumJobs } from './entry/jobs.js';
import { LessonStore } from './store/lessons/lesson-store.js';

const frontDoor = [BringLessons];

@Module({
  imports: [CampsModule, AssessmentModule],
  providers: [LessonStore, LessonsFollowCamp, CurriculumJobs, ...frontDoor],
  exports: frontDoor,
})
export class CurriculumModule {}
