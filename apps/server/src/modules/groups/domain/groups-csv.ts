import type { GroupsFormat } from '@tailcamp/contracts';
import { csvOf } from '../../../kernel/csv.js';

/** A member of a group as a file may name them. */
export interface FiledMember {
  id: string;
  name: string;
  email: string | null;
  /** Survey column → answer; exports of a course leave its ids among them. */
  answers: Readonly<Record<string, string>>;
}

export interface FiledGroup {
  name: string;
  members: readonly FiledMember[];
}

/**
 * Groups as CSV, one row for each member:
 * - `plain` as `tailcamp match` writes it;
 * - `canvas` for the import of a group set (columns of Canvas's group category CSV);
 * - `moodle` for Moodle's *Upload users*, which puts users into groups of the course with this short name.
 */
export function groupsCsv(format: GroupsFormat, groups: readonly FiledGroup[], course: string): string {
  const { head, row } = FORMATS[format];
  const rows = groups.flatMap(({ name, members }) => members.map((member) => row(member, name, course)));
  return csvOf([head, ...rows]);
}

interface Format {
  head: readonly string[];
  row: (member: FiledMember, group: string, course: string) => string[];
}

const FORMATS: Readonly<Record<GroupsFormat, Format>> = {
  plain: {
    head: ['group', 'id', 'name'],
    row: ({ id, name, email }, group) => [group, email ?? id, name],
  },
  canvas: {
    head: ['name', 'canvas_user_id', 'user_id', 'login_id', 'sections', 'group_name'],
    row: ({ name, email, answers }, group) => [
      name,
      answered(answers, 'canvas_user_id') ||
        (answered(answers, 'sis login id', 'sis user id') && answered(answers, 'id')),
      answered(answers, 'user_id', 'sis user id'),
      answered(answers, 'login_id', 'sis login id') || (email ?? ''),
      answered(answers, 'sections', 'section'),
      group,
    ],
  },
  moodle: {
    head: ['username', 'email', 'course1', 'group1'],
    row: ({ email, answers }, group, course) => [
      // Moodle's user names are lower case.
      (answered(answers, 'username') || (email ?? '')).toLowerCase(),
      email ?? '',
      course,
      group,
    ],
  },
};

/** The first of these columns that has an answer, however its header is written. */
function answered(answers: FiledMember['answers'], ...columns: string[]): string {
  for (const column of columns) {
    const found = Object.entries(answers).find(([name, value]) => name.trim().toLowerCase() === column && value !== '');
    if (found !== undefined) return found[1];
  }
  return '';
}
