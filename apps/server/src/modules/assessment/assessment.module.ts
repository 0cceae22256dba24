import { Module } from '@nestjs/common';
import { CampsModule } from '../camps/camps.module.js';
import { GroupsModule } from '../groups/groups.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { AnswerQuestion } from './app/attempts/answer-question.js';
import { AttemptAccess } from './app/attempts/attempt-access.js';
import { AttemptCourse } from './app/attempts/attempt-course.js';
import { AttemptView } from './app/attempts/attempt-view.js';
import { CountWaiting } from './app/attempts/count-waiting.js';
import { EndAttempts } from './app/attempts/end-attempts.js';
import { FinishAttempt } from './app/attempts/finish-attempt.js';
import { GetAttempt } from './app/attempts/get-attempt.js';
import { GetOverview } from './app/attempts/get-overview.js';
import { GetResult } from './app/attempts/get-result.js';
import { GetReview } from './app/attempts/get-review.js';
import { KeysDue } from './app/attempts/keys-due.js';
import { ReportFault } from './app/attempts/report-fault.js';
import { StartAttempt } from './app/attempts/start-attempt.js';
import { TrackBanks } from './app/attempts/track-banks.js';
import { BankView } from './app/bank/bank-view.js';
import { ChangeItems } from './app/bank/change-items.js';
import { GetItem } from './app/bank/get-item.js';
import { GetStatistics } from './app/bank/get-statistics.js';
import { PreviewItem } from './app/bank/preview-item.js';
import { ResolveReport } from './app/bank/resolve-report.js';
import { SearchItems } from './app/bank/search-items.js';
import { AnswersOfTrack } from './app/calibration/answers-of-track.js';
import { ApplyCalibration } from './app/calibration/apply-calibration.js';
import { CalibrationView } from './app/calibration/calibration-view.js';
import { CancelCalibration } from './app/calibration/cancel-calibration.js';
import { GetCalibration } from './app/calibration/get-calibration.js';
import { ListCalibrations } from './app/calibration/list-calibrations.js';
import { StartCalibration } from './app/calibration/start-calibration.js';
import { ExplainAnswer } from './app/explaining/explain-answer.js';
import { ExportItems } from './app/files/export-items.js';
import { ImportItems } from './app/files/import-items.js';
import { ImportTrack } from './app/files/import-track.js';
import { FollowCamp } from './app/follow-camp.js';
import { AskProposal } from './app/grading/ask-proposal.js';
import { GiveGrade } from './app/grading/give-grade.js';
import { GradingQueue } from './app/grading/grading-queue.js';
import { WrittenAnswerOf } from './app/grading/written-answer.js';
import { BringContent } from './app/library/bring-content.js';
import { TaughtContent } from './app/library/taught-content.js';
import { AnswerPractice } from './app/practice/answer-practice.js';
import { AskQuestion } from './app/practice/ask-question.js';
import { CheckSkill } from './app/practice/check-skill.js';
import { NextPractice } from './app/practice/next-practice.js';
import { Practisable } from './app/practice/practisable.js';
import { SkillNames } from './app/practice/skill-names.js';
import { AssessedColumns } from './app/profiles/assessed-columns.js';
import { SkillProfiles } from './app/profiles/skill-profiles.js';
import { SkillStandings } from './app/profiles/skill-standings.js';
import { ClassResults } from './app/results/class-results.js';
import { SeedAssessment } from './app/seed-assessment.js';
import { Accommodate, ListAccommodations } from './app/settings/accommodations.js';
import { GetSettings, SaveSettings } from './app/settings/assessment-settings.js';
import { CampRules } from './app/settings/camp-rules.js';
import { CampSkills } from './app/skills/camp-skills.js';
import { ItemBankController } from './entry/bank.http.js';
import { CalibrationController } from './entry/calibration.http.js';
import { AssessmentCommands } from './entry/commands.js';
import { AssessmentController } from './entry/http.js';
import { AssessmentJobs } from './entry/jobs.js';
import { AssessmentMetrics } from './entry/metrics.js';
import { PracticeController } from './entry/practice.http.js';
import { AssessmentSettingsController } from './entry/settings.http.js';
import { SkillsController } from './entry/skills.http.js';
import { AssessmentStaffController } from './entry/staff.http.js';
import { AttemptStore } from './store/attempts/attempt-store.js';
import { ExposureStore } from './store/attempts/exposure-store.js';
import { ReportStore } from './store/attempts/report-store.js';
import { SettingsStore } from './store/attempts/settings-store.js';
import { WrittenStore } from './store/attempts/written-store.js';
import { AnswerStore } from './store/bank/answer-store.js';
import { BankStore } from './store/bank/bank-store.js';
import { CalibrationStore } from './store/calibration/calibration-store.js';
import { EstimateStore } from './store/calibration/estimate-store.js';
import { ExplanationStore } from './store/explaining/explanation-store.js';
import { ProposalStore } from './store/grading/proposal-store.js';
import { LibraryStore } from './store/library/library-store.js';
import { PracticeStore } from './store/practice/practice-store.js';

const stores = [
  LibraryStore,
  BankStore,
  AnswerStore,
  EstimateStore,
  CalibrationStore,
  AttemptStore,
  ExposureStore,
  ReportStore,
  SettingsStore,
  WrittenStore,
  ProposalStore,
  ExplanationStore,
  PracticeStore,
];
const attemptParts = [AttemptAccess, AttemptCourse, AttemptView, TrackBanks, EndAttempts, KeysDue];
const attemptUseCases = [
  GetOverview,
  StartAttempt,
  GetAttempt,
  AnswerQuestion,
  FinishAttempt,
  ReportFault,
  GetResult,
  GetReview,
];
const practiceUseCases = [NextPractice, AnswerPractice, AskQuestion, Practisable, SkillNames, ExplainAnswer];
const gradingParts = [AskProposal, GiveGrade, WrittenAnswerOf, GradingQueue];
const settingsUseCases = [CampRules, GetSettings, SaveSettings, ListAccommodations, Accommodate];
const fileUseCases = [ImportItems, ExportItems, ImportTrack, CampSkills];
const bankUseCases = [BankView, SearchItems, GetItem, ChangeItems, PreviewItem, GetStatistics, ResolveReport];
const calibrationUseCases = [
  AnswersOfTrack,
  CalibrationView,
  StartCalibration,
  ListCalibrations,
  GetCalibration,
  CancelCalibration,
  ApplyCalibration,
];
const frontDoor = [
  BringContent,
  ChangeItems,
  TaughtContent,
  SeedAssessment,
  AssessedColumns,
  SkillStandings,
  CheckSkill,
];

@Module({
  imports: [IdentityModule, CampsModule, GroupsModule],
  controllers: [
    AssessmentController,
    AssessmentSettingsController,
    AssessmentStaffController,
    PracticeController,
    SkillsController,
    ItemBankController,
    CalibrationController,
  ],
  providers: [
    ...stores,
    ...attemptParts,
    ...attemptUseCases,
    ...practiceUseCases,
    ...settingsUseCases,
    ...fileUseCases,
    ...bankUseCases,
    ...calibrationUseCases,
    SkillProfiles,
    ...gradingParts,
    ClassResults,
    FollowCamp,
    AssessmentJobs,
    AssessmentMetrics,
    CountWaiting,
    AssessmentCommands,
    ...frontDoor,
  ],
  exports: frontDoor,
})
export class AssessmentModule {}
