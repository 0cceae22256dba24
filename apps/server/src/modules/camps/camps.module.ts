import { Module } from '@nestjs/common';
import { AddStaff } from './app/add-staff.js';
import { CampAccess } from './app/camp-access.js';
import { CampView } from './app/camp-view.js';
import { ChangeCamp } from './app/change-camp.js';
import { CopyCamp } from './app/copy-camp.js';
import { CreateCamp } from './app/create-camp.js';
import { FindCamp } from './app/find-camp.js';
import { ForgetUser } from './app/forget-user.js';
import { GetCamp } from './app/get-camp.js';
import { ApplyImport } from './app/import/apply-import.js';
import { GetImport } from './app/import/get-import.js';
import { ImportRoster } from './app/import/import-roster.js';
import { ReadImport } from './app/import/read-import.js';
import { StartImport } from './app/import/start-import.js';
import { JoinCamp } from './app/join-camp.js';
import { ListCamps } from './app/list-camps.js';
import { ListMembers } from './app/list-members.js';
import { MemberView } from './app/member-view.js';
import { Membership } from './app/membership.js';
import { MyProfile } from './app/my-profile.js';
import { NewCamp } from './app/new-camp.js';
import { PreviewJoin } from './app/preview-join.js';
import { RemoveCamp } from './app/remove-camp.js';
import { RemoveMember } from './app/remove-member.js';
import { RenewJoinLink } from './app/renew-join-link.js';
import { Roster } from './app/roster.js';
import { SaveProfile } from './app/save-profile.js';
import { SeedCamp } from './app/seed-camp.js';
import { CampsCommands } from './entry/commands.js';
import { CampsController } from './entry/http.js';
import { ImportController } from './entry/import.http.js';
import { CampsJobs } from './entry/jobs.js';
import { ProfileController } from './entry/profile.http.js';
import { CampStreams } from './entry/socket.js';
import { CampStore } from './store/camp-store.js';
import { ImportStore } from './store/import-store.js';
import { MemberStore } from './store/member-store.js';
import { ProfileStore } from './store/profile-store.js';

const stores = [CampStore, MemberStore, ProfileStore, ImportStore];
const views = [CampView, MemberView, Membership, NewCamp];
const campUseCases = [FindCamp, CreateCamp, ListCamps, GetCamp, ChangeCamp, CopyCamp, RemoveCamp];
const memberUseCases = [RenewJoinLink, PreviewJoin, JoinCamp, ListMembers, AddStaff, RemoveMember];
const importUseCases = [ReadImport, GetImport, StartImport, ApplyImport, ImportRoster];
const profileUseCases = [MyProfile, SaveProfile, ForgetUser];
const frontDoor = [CampAccess, Roster, SeedCamp];

@Module({
  controllers: [CampsController, ImportController, ProfileController],
  providers: [
    ...stores,
    ...views,
    ...campUseCases,
    ...memberUseCases,
    ...importUseCases,
    ...profileUseCases,
    ...frontDoor,
    CampsJobs,
    CampsCommands,
    CampStreams,
  ],
  exports: frontDoor,
})
export class CampsModule {}
