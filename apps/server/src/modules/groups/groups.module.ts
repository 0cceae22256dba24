import { Module } from '@nestjs/common';
import { CampsModule } from '../camps/camps.module.js';
import { ExportGroups } from './app/export-groups.js';
import { FollowCamp } from './app/follow-camp.js';
import { FormGroups } from './app/form-groups.js';
import { GetGroup } from './app/get-group.js';
import { GroupAccess } from './app/group-access.js';
import { GroupView } from './app/group-view.js';
import { GroupsFile } from './app/groups-file.js';
import { ListGroups } from './app/list-groups.js';
import { MyGroups } from './app/my-groups.js';
import { Regroup } from './app/regroup.js';
import { RenameGroup } from './app/rename-group.js';
import { StandingGroups } from './app/standing-groups.js';
import { CampResolver } from './entry/graphql.js';
import { GroupsController } from './entry/http.js';
import { GroupsJobs } from './entry/jobs.js';
import { GroupStreams } from './entry/socket.js';
import { GroupStore } from './store/group-store.js';

const useCases = [GetGroup, ExportGroups, ListGroups, MyGroups, RenameGroup, FollowCamp];
const frontDoor = [GroupsFile, FormGroups, Regroup, StandingGroups];

@Module({
  imports: [CampsModule],
  controllers: [GroupsController],
  providers: [GroupStore, GroupAccess, GroupView, ...useCases, ...frontDoor, GroupsJobs, GroupStreams, CampResolver],
  exports: frontDoor,
})
export class GroupsModule {}
