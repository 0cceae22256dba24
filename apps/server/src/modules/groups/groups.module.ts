import { Module } from '@nestjs/common';
import { CampsModule } from '../camps/camps.module.js';
import { ArrangeGroups } from './app/arrange-groups.js';
import { ChangeGroup } from './app/change-group.js';
import { CloseGroup } from './app/close-group.js';
import { ClosedGroups } from './app/closed-groups.js';
import { ExportGroups } from './app/export-groups.js';
import { FollowCamp } from './app/follow-camp.js';
import { FormGroups } from './app/form-groups.js';
import { GetGroup } from './app/get-group.js';
import { GroupAccess } from './app/group-access.js';
import { GroupNews } from './app/group-news.js';
import { GroupPlaces } from './app/group-places.js';
import { GroupView } from './app/group-view.js';
import { GroupsFile } from './app/groups-file.js';
import { LeaveGroup } from './app/leave-group.js';
import { ListGroups } from './app/list-groups.js';
import { MoveMembers } from './app/move-members.js';
import { MyGroups } from './app/my-groups.js';
import { Regroup } from './app/regroup.js';
import { StandingGroups } from './app/standing-groups.js';
import { CampResolver } from './entry/graphql.js';
import { GroupsController } from './entry/http.js';
import { GroupsJobs } from './entry/jobs.js';
import { GroupStreams } from './entry/socket.js';
import { GroupStore } from './store/group-store.js';
import { MembershipStore } from './store/membership-store.js';

const stores = [GroupStore, MembershipStore];
const changes = [ChangeGroup, LeaveGroup, ArrangeGroups, CloseGroup];
const useCases = [GetGroup, ExportGroups, ListGroups, ClosedGroups, MyGroups, ...changes, FollowCamp];
const frontDoor = [GroupPlaces, GroupAccess, GroupsFile, FormGroups, Regroup, StandingGroups];
const entries = [GroupsJobs, GroupStreams, CampResolver];

@Module({
  imports: [CampsModule],
  controllers: [GroupsController],
  providers: [...stores, GroupView, GroupNews, MoveMembers, ...useCases, ...frontDoor, ...entries],
  exports: frontDoor,
})
export class GroupsModule {}
