import { Module } from '@nestjs/common';
import { CampsModule } from '../camps/camps.module.js';
import { GroupsModule } from '../groups/groups.module.js';
import { AcceptRun } from './app/accept-run.js';
import { CancelRun } from './app/cancel-run.js';
import { Cohorts } from './app/cohorts.js';
import { FollowCamp } from './app/follow-camp.js';
import { GetPolicy } from './app/get-policy.js';
import { GetRun } from './app/get-run.js';
import { ListRuns } from './app/list-runs.js';
import { PolicyAdvice } from './app/policy-advice.js';
import { RunView } from './app/run-view.js';
import { SavePolicy } from './app/save-policy.js';
import { StartRun } from './app/start-run.js';
import { MatchingController } from './entry/http.js';
import { MatchingJobs } from './entry/jobs.js';
import { PolicyStore } from './store/policy-store.js';
import { RunStore } from './store/run-store.js';

const policyUseCases = [GetPolicy, SavePolicy];
const runUseCases = [StartRun, ListRuns, GetRun, CancelRun, AcceptRun];

@Module({
  imports: [CampsModule, GroupsModule],
  controllers: [MatchingController],
  providers: [
    PolicyStore,
    RunStore,
    Cohorts,
    PolicyAdvice,
    RunView,
    ...policyUseCases,
    ...runUseCases,
    FollowCamp,
    MatchingJobs,
  ],
})
export class MatchingModule {}
