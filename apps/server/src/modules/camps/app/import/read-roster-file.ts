import type { FieldProblem, SurveyColumn } from '@tailcamp/contracts';
import {
  detectDelimiter,
  readTable,
  recogniseColumns,
  SurveyError,
  type SurveyProblem,
  type SurveyTable,
} from '@tailcamp/matching';
import { AppError } from '../../../../kernel/app-error.js';
import type { RosterFile } from '../../domain/import/roster-file.js';

/**
 * A roster or survey export: names, e-mails and ids recognised, every other column kept as an answer.
 * @throws AppError `invalid_file` with a field for each place that is wrong
 */
export function readRosterFile(fileName: string, content: string): RosterFile {
  const table = parse(fileName, content);
  const recognised = recogniseColumns(table);
  const named = (kind: SurveyColumn['recognisedAs']) =>
    recognised.filter(({ recognisedAs }) => recognisedAs === kind).map(({ name }) => name);
  const nameColumns = named('name');
  const emailColumn = named('email')[0] ?? null;
  const idColumn = named('id')[0] ?? null;
  const answered = table.columns.filter((column) => column !== emailColumn && !nameColumns.includes(column));
  return {
    fileName,
    delimiter: detectDelimiter(content),
    columns: table.columns,
    emailColumn,
    idColumn,
    rows: table.rows.map(({ row, cells }) => {
      const cell = (column: string) => cells[table.columns.indexOf(column)] ?? '';
      return {
        row,
        name: nameColumns.map(cell).join(' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME),
        email: emailColumn === null ? '' : cell(emailColumn).trim().toLowerCase(),
        answers: Object.fromEntries(answered.map((column) => [column, cell(column)])),
      };
    }),
    notices: table.notices,
    missing: missingFor(recognised),
  };
}

const LONGEST_NAME = 200;

function parse(fileName: string, content: string): SurveyTable {
  try {
    return readTable(content, { fileName });
  } catch (error) {
    if (!(error instanceof SurveyError)) throw error;
    const fields = error.problems.map(fieldOf);
    const first = fields[0];
    throw new AppError('invalid_file', {
      detail: `${fileName}: ${first?.field}: ${first?.message}.`,
      fields,
      cause: error,
    });
  }
}

const fieldOf = ({ row, column, columnName, reason }: SurveyProblem): FieldProblem => ({
  field: `row ${row}, column ${columnName === null ? column : `"${columnName}"`}`,
  message: reason,
});

/** What matching would make use of; none of it is needed to import. */
function missingFor(columns: readonly SurveyColumn[]): string[] {
  const has = (kind: SurveyColumn['recognisedAs']) => columns.some(({ recognisedAs }) => recognisedAs === kind);
  return [
    ...(has('name') ? [] : ['name']),
    ...(has('email') ? [] : ['e-mail']),
    ...(has('schedule') ? [] : ['free time']),
    ...(columns.some(({ name }) => /\b(gender|sex)\b/i.test(name)) ? [] : ['gender']),
    ...(has('list') ? [] : ['interests']),
    ...(has('number') ? [] : ['skill levels']),
  ];
}
