/** The front door of groups: how matching gives a camp its groups and changes them, and what they tell. */

export { FormGroups, type GroupToForm } from './app/form-groups.js';
export { GroupAccess, type GroupStanding } from './app/group-access.js';
export { type GroupPlace, GroupPlaces } from './app/group-places.js';
export { GroupsFile } from './app/groups-file.js';
export { Regroup } from './app/regroup.js';
export { type StandingGroup, StandingGroups } from './app/standing-groups.js';
export { GROUPS_ARRANGED, GROUPS_FORMED } from './app/topics.js';
export { scoreForStudents } from './domain/explanation.js';
