import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { CampsModule } from '../camps/camps.module.js';
import { GroupsModule } from '../groups/groups.module.js';
import { AcceptRun } from './app/accept-run.js';
import { BeginRun } from './app/begin-run.js';
import { CancelRun } from './app/cancel-run.js';
import { Cohorts } from './app/cohorts.js';
import { DescribeGroups } from './app/describe-groups.js';
import { ExportRun } from './app/export-run.js';
import { FollowCamp } from './app/follow-camp.js';
import { GetPolicy } from './app/get-policy.js';
import { GetRun } from './app/get-run.js';
import { ListRuns } from './app/list-runs.js';
import { PolicyAdvice } from './app/policy-advice.js';
import { PreviewPolicy } from './app/preview-policy.js';
import { AnswerProposal } from './app/queue/answer-proposal.js';
import { GetQueue } from './app/queue/get-queue.js';
import { GroupChoices } from './app/queue/group-choices.js';
import { JoinQueue } from './app/queue/join-queue.js';
import { LeaveQueue } from './app/queue/leave-queue.js';
import { MoveGroup } from './app/queue/move-group.js';
import { GetMyQueue } from './app/queue/my-queue.js';
import { PlaceMember } from './app/queue/place-member.js';
import { PlacesFor } from './app/queue/places-for.js';
import { Placing } from './app/queue/placing.js';
import { QueueChanges } from './app/queue/queue-changes.js';
import { QueueRules } from './app/queue/queue-rules.js';
import { SaveSettings } from './app/queue/save-settings.js';
import { RunView } from './app/run-view.js';
import { SavePolicy } from './app/save-policy.js';
import { Arrangements } from './app/scenarios/arrangements.js';
import { CreateScenario } from './app/scenarios/create-scenario.js';
import { ExportScenario } from './app/scenarios/export-scenario.js';
import { GetRunInput } from './app/scenarios/get-run-input.js';
import { GetScenario } from './app/scenarios/get-scenario.js';
import { ListScenarios } from './app/scenarios/list-scenarios.js';
import { PublishScenario } from './app/scenarios/publish-scenario.js';
import { RemoveScenario } from './app/scenarios/remove-scenario.js';
import { SaveScenario } from './app/scenarios/save-scenario.js';
import { ScenarioView } from './app/scenarios/scenario-view.js';
import { SolveScenario } from './app/scenarios/solve-scenario.js';
import { StartRun } from './app/start-run.js';
import { MatchingController } from './entry/http.js';
import { MatchingJobs } from './entry/jobs.js';
import { QueueController } from './entry/queue.http.js';
import { ScenariosController } from './entry/scenarios.http.js';
import { PolicyStore } from './store/policy-store.js';
import { ProposalStore } from './store/queue/proposal-store.js';
import { QueueStore } from './store/queue/queue-store.js';
import { TicketStore } from './store/queue/ticket-store.js';
import { RunStore } from './store/run-store.js';
import { ScenarioStore } from './store/scenario-store.js';

const policyUseCases = [GetPolicy, PreviewPolicy, SavePolicy];
const queueUseCases = [
  GetQueue,
  SaveSettings,
  GetMyQueue,
  JoinQueue,
  LeaveQueue,
  AnswerProposal,
  MoveGroup,
  PlacesFor,
  PlaceMember,
];
const queueParts = [QueueRules, QueueChanges, GroupChoices, Placing];
const runUseCases = [StartRun, ListRuns, GetRun, CancelRun, AcceptRun, ExportRun];
const scenarioUseCases = [
  GetRunInput,
  CreateScenario,
  ListScenarios,
  GetScenario,
  SaveScenario,
  RemoveScenario,
  SolveScenario,
  PublishScenario,
  ExportScenario,
];

@Module({
  imports: [CampsModule, GroupsModule, AssessmentModule],
  controllers: [MatchingController, ScenariosController, QueueController],
  providers: [
    PolicyStore,
    RunStore,
    ScenarioStore,
    QueueStore,
    TicketStore,
    ProposalStore,
    Cohorts,
    PolicyAdvice,
    BeginRun,
    RunView,
    Arrangements,
    ScenarioView,
    ...policyUseCases,
    ...runUseCases,
    ...scenarioUseCases,
    ...queueParts,
    ...queueUseCases,
    DescribeGroups,
    FollowCamp,
    MatchingJobs,
  ],
})
export class MatchingModule {}
