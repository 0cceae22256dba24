import { Module } from '@nestjs/common';
import { CampsModule } from '../camps/camps.module.js';
import { GroupsModule } from '../groups/groups.module.js';
import { AcceptRun } from './app/accept-run.js';
import { BeginRun } from './app/begin-run.js';
import { CancelRun } from './app/cancel-run.js';
import { Cohorts } from './app/cohorts.js';
import { FollowCamp } from './app/follow-camp.js';
import { GetPolicy } from './app/get-policy.js';
import { GetRun } from './app/get-run.js';
import { ListRuns } from './app/list-runs.js';
import { PolicyAdvice } from './app/policy-advice.js';
import { RunView } from './app/run-view.js';
import { SavePolicy } from './app/save-policy.js';
import { Arrangements } from './app/scenarios/arrangements.js';
import { CreateScenario } from './app/scenarios/create-scenario.js';
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
import { ScenariosController } from './entry/scenarios.http.js';
import { PolicyStore } from './store/policy-store.js';
import { RunStore } from './store/run-store.js';
import { ScenarioStore } from './store/scenario-store.js';

const policyUseCases = [GetPolicy, SavePolicy];
const runUseCases = [StartRun, ListRuns, GetRun, CancelRun, AcceptRun];
const scenarioUseCases = [
  GetRunInput,
  CreateScenario,
  ListScenarios,
  GetScenario,
  SaveScenario,
  RemoveScenario,
  SolveScenario,
  PublishScenario,
];

@Module({
  imports: [CampsModule, GroupsModule],
  controllers: [MatchingController, ScenariosController],
  providers: [
    PolicyStore,
    RunStore,
    ScenarioStore,
    Cohorts,
    PolicyAdvice,
    BeginRun,
    RunView,
    Arrangements,
    ScenarioView,
    ...policyUseCases,
    ...runUseCases,
    ...scenarioUseCases,
    FollowCamp,
    MatchingJobs,
  ],
})
export class MatchingModule {}
