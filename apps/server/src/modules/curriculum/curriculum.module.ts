import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { CampsModule } from '../camps/camps.module.js';
import { ClassPaths } from './app/class/class-paths.js';
import { ManageSettings } from './app/class/curriculum-settings.js';
import { ExtendStep } from './app/class/extend-step.js';
import { ComposeDraft } from './app/drafting/compose-draft.js';
import { FindSources } from './app/drafting/find-sources.js';
import { PerformDraft } from './app/drafting/perform-draft.js';
import { TakeDrafts } from './app/drafting/take-drafts.js';
import { WishDrafts } from './app/drafting/wish-drafts.js';
import { BringLessons } from './app/lessons/bring-lessons.js';
import { LessonsFollowCamp } from './app/lessons/lessons-follow-camp.js';
import { OpenLesson } from './app/lessons/open-lesson.js';
import { CheckStep } from './app/path/check-step.js';
import { Curricula } from './app/path/curricula.js';
import { FollowLearner } from './app/path/follow-learner.js';
import { GetPath } from './app/path/get-path.js';
import { GetStep } from './app/path/get-step.js';
import { PlanPath } from './app/path/plan-path.js';
import { ReadLesson } from './app/path/read-lesson.js';
import { StartStep } from './app/path/start-step.js';
import { TellPath } from './app/path/tell-path.js';
import { FindContent } from './app/search/find-content.js';
import { RefreshSearch } from './app/search/refresh-search.js';
import { SearchContent } from './app/search/search-content.js';
import { SplitContent } from './app/search/split-content.js';
import { SeedPaths } from './app/seed-paths.js';
import { ReadStudio } from './app/studio/read-studio.js';
import { StudioView } from './app/studio/studio-view.js';
import { WriteLessons } from './app/studio/write-lessons.js';
import { AnswerTurn } from './app/tutor/answer-turn.js';
import { AskTutor } from './app/tutor/ask-tutor.js';
import { FindEvidence } from './app/tutor/find-evidence.js';
import { LiveTurn } from './app/tutor/live-turn.js';
import { OpenThreads } from './app/tutor/open-threads.js';
import { OwnTurns } from './app/tutor/own-turns.js';
import { RememberThread } from './app/tutor/remember-thread.js';
import { TutorFollowsCamp } from './app/tutor/tutor-follows-camp.js';
import { TutorThreads } from './app/tutor/tutor-threads.js';
import { WordAnswer } from './app/tutor/word-answer.js';
import { ClassPathsController } from './entry/class.http.js';
import { DraftingController } from './entry/drafting.http.js';
import { CurriculumJobs } from './entry/jobs.js';
import { PathController } from './entry/path.http.js';
import { SearchController } from './entry/search.http.js';
import { StudioController } from './entry/studio.http.js';
import { TutorController } from './entry/tutor.http.js';
import { DraftStore } from './store/drafting/draft-store.js';
import { LessonStore } from './store/lessons/lesson-store.js';
import { StudioStore } from './store/lessons/studio-store.js';
import { CurriculumSettingsStore } from './store/paths/curriculum-settings-store.js';
import { PathStore } from './store/paths/path-store.js';
import { ChunkStore } from './store/search/chunk-store.js';
import { SearchStore } from './store/search/search-store.js';
import { WordStore } from './store/search/word-store.js';
import { EvidenceStore } from './store/tutor/evidence-store.js';
import { ThreadStore } from './store/tutor/thread-store.js';
import { TurnStore } from './store/tutor/turn-store.js';
import { TutorSettingsStore } from './store/tutor/tutor-settings-store.js';

const stores = [
  LessonStore,
  StudioStore,
  DraftStore,
  PathStore,
  CurriculumSettingsStore,
  ChunkStore,
  SearchStore,
  WordStore,
];
const tutorStores = [EvidenceStore, ThreadStore, TurnStore, TutorSettingsStore];
const pathUseCases = [GetPath, PlanPath, GetStep, ReadLesson, CheckStep];
const pathParts = [Curricula, StartStep, TellPath, FollowLearner];
const classUseCases = [ClassPaths, ExtendStep, ManageSettings];
const tutorUseCases = [AskTutor, LiveTurn, TutorThreads, OpenThreads];
const tutorParts = [OwnTurns, FindEvidence, WordAnswer, AnswerTurn, RememberThread, TutorFollowsCamp];
const draftingParts = [FindSources, ComposeDraft, PerformDraft, WishDrafts, TakeDrafts];
const frontDoor = [BringLessons, RefreshSearch, FindContent, SeedPaths];

@Module({
  imports: [CampsModule, AssessmentModule],
  controllers: [
    PathController,
    ClassPathsController,
    SearchController,
    StudioController,
    DraftingController,
    TutorController,
  ],
  providers: [
    ...stores,
    ...tutorStores,
    ...pathUseCases,
    ...pathParts,
    ...classUseCases,
    ...tutorUseCases,
    ...tutorParts,
    ...draftingParts,
    SplitContent,
    SearchContent,
    OpenLesson,
    StudioView,
    ReadStudio,
    WriteLessons,
    LessonsFollowCamp,
    CurriculumJobs,
    ...frontDoor,
  ],
  exports: frontDoor,
})
export class CurriculumModule {}
