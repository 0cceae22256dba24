import type { Profile } from '@tailcamp/contracts';
import { DAYS, freeHourCells, NEVER_FREE } from './availability.js';
import type { RosterMember } from './roster-member.js';

/** The columns that identify a member in what matching reads; no answer may be called so. */
export const MEMBER_ID = 'Member id';
export const MEMBER_NAME = 'Name';

/** What a profile says, under the headers a survey would have; null where it says nothing. */
const PROFILE_COLUMNS: readonly (readonly [column: string, cell: (profile: Profile) => string | null])[] = [
  ['Interests', ({ interests }) => interests.join(';') || null],
  ['Goals', ({ goals }) => goals.join(';') || null],
  ['Languages', ({ languages }) => languages.join(';') || null],
  ['Wished roles', ({ roles }) => roles.join(';') || null],
  ['Time zone', ({ timeZone, availability }) => (availability === NEVER_FREE ? null : timeZone)],
  ...DAYS.map((day, i) => [`Free time [${day}]`, ({ availability }: Profile) => freeHours(availability, i)] as const),
];

/** An empty cell is a day without a free hour; a week without one was never filled in. */
function freeHours(week: Profile['availability'], day: number): string | null {
  return week === NEVER_FREE ? null : (freeHourCells(week)[day] ?? null);
}

export interface RosterColumnsAndRows {
  readonly columns: string[];
  /** One for each member, cells as columns; the first is the member's id, the second the name. */
  readonly rows: string[][];
}

/**
 * The students of a camp as a survey: id, name, their answers, and what their profiles say. Where both an answer and a
 * profile speak of the same, the profile counts, for it is the person's own and newer.
 */
export function rosterTable(
  members: readonly RosterMember[],
  profiles: ReadonlyMap<string, Profile>,
): RosterColumnsAndRows {
  const answered = new Set(members.flatMap((member) => Object.keys(member.answers)));
  for (const reserved of [MEMBER_ID, MEMBER_NAME]) answered.delete(reserved);
  const profileCells = members.map((member) =>
    cellsOf(member.userId === null ? undefined : profiles.get(member.userId)),
  );
  const fromProfiles = PROFILE_COLUMNS.map(([column]) => column).filter((column) =>
    profileCells.some((cells) => cells.has(column)),
  );
  const columns = [...new Set([...answered, ...fromProfiles])];
  const rows = members.map((member, i) => [
    member.id,
    member.name,
    ...columns.map((column) => profileCells[i]?.get(column) ?? member.answers[column] ?? ''),
  ]);
  return { columns: [MEMBER_ID, MEMBER_NAME, ...columns], rows };
}

function cellsOf(profile: Profile | undefined): ReadonlyMap<string, string> {
  const cells = profile === undefined ? [] : PROFILE_COLUMNS.map(([column, cell]) => [column, cell(profile)] as const);
  return new Map(cells.flatMap(([column, cell]) => (cell === null ? [] : [[column, cell]])));
}
