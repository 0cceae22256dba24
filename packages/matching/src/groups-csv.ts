import type { MatchReport } from '@tailcamp/contracts';
import type { NamedGroup } from './evaluate.js';
import type { Problem } from './problem.js';
import { csvRow } from './survey/csv.js';
import { SurveyError } from './survey/survey-error.js';
import { readTable } from './survey/table.js';

/** `group,id,name`, groups and members in the order of the report. */
export function writeGroupsCsv(report: Pick<MatchReport, 'groups'>, problem: Problem): string {
  const names = new Map(problem.students.ids.map((id, i) => [id, problem.students.names[i] ?? id]));
  const rows = report.groups.flatMap(({ name, members }) => members.map((id) => [name, id, names.get(id) ?? id]));
  return `${[['group', 'id', 'name'], ...rows].map(csvRow).join('\n')}\n`;
}

/**
 * Groups from a file with the columns `group` and `id`, each student of the problem in exactly one, which is one of the
 * named groups where the policy has such.
 * @throws {SurveyError} naming the row and column.
 */
export function readGroups(text: string, problem: Problem, { fileName = 'groups' } = {}): NamedGroup[] {
  const table = readTable(text, { fileName });
  const fail = (row: number, column: number, reason: string): never => {
    throw new SurveyError(fileName, [{ row, column: column + 1, columnName: table.columns[column] ?? null, reason }]);
  };
  const at = (name: string) => {
    const column = table.columns.findIndex((header) => header.toLowerCase() === name);
    return column === -1 ? fail(1, 0, `there is no column "${name}"`) : column;
  };
  const [groupAt, idAt] = [at('group'), at('id')];
  const known = new Map(problem.students.ids.map((id) => [id.toLowerCase(), id]));
  const placed = new Set<string>();
  const named = new Map(problem.named?.map(({ name }) => [name.toLowerCase(), name]));
  // A named group that may not stay empty is one of the given groups even where the file has nobody in it.
  const needed = problem.named?.filter(({ min }) => min > 0) ?? [];
  const groups = new Map<string, string[]>(needed.map(({ name }) => [name, []]));
  for (const { row, cells } of table.rows) {
    const [group, given] = [cells[groupAt] ?? '', cells[idAt] ?? ''];
    const id = known.get(given.toLowerCase()) ?? fail(row, idAt, `"${given}" is no student of the survey`);
    if (placed.has(id)) fail(row, idAt, `"${id}" is in a group already`);
    if (group === '') fail(row, groupAt, 'the group has no name');
    const name = problem.named === null ? group : named.get(group.toLowerCase());
    if (name === undefined) return fail(row, groupAt, `"${group}" is no group of the policy`);
    placed.add(id);
    groups.set(name, [...(groups.get(name) ?? []), id]);
  }
  const missing = problem.students.ids.find((id) => !placed.has(id));
  if (missing !== undefined) fail(table.rows.at(-1)?.row ?? 1, idAt, `"${missing}" of the survey is in no group`);
  return [...groups].map(([name, members]) => ({ name, members }));
}
