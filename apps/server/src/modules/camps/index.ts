/** Camps: who learns together. What other modules may call and hear. */
export { CampAccess, type CampStanding } from './app/camp-access.js';
export { type CampTable, Roster } from './app/roster.js';
export { SeedCamp, type SeededCamp, type SeededMember } from './app/seed-camp.js';
export { CAMP_COPIED, CAMP_REMOVED, MEMBER_LEFT } from './app/topics.js';
export { weekOf } from './domain/availability.js';
export type { RosterMember } from './domain/roster-member.js';
