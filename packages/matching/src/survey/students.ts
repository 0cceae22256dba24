import { matchColumns } from './pattern.js';
import type { SurveyTable } from './table.js';

/** The students of a survey, each once, in the order of their last rows. */
export interface Students {
  readonly ids: readonly string[];
  /** What to call them; the id where the survey has no names. */
  readonly names: readonly string[];
  /** Cells by student, columns as in the table. */
  readonly cells: readonly (readonly string[])[];
  readonly rows: readonly number[];
  /** Null where rows are counted. */
  readonly idColumn: string | null;
  readonly nameColumns: readonly string[];
  readonly notices: readonly string[];
}

const EMAIL_HEADER = /\be-?mail\b/i;
const FIRST_NAME = /\b(first|given|fore)[\s_-]?name\b|\bvorname\b|\bpr[ée]nom\b/i;
const LAST_NAME = /\b(last|family|sur)[\s_-]?name\b|\bnachname\b|\bapellidos?\b/i;
const FULL_NAME =
  /^(full |student |your |display |preferred )?name\b\s*[:?]?$|what is your (full )?name\??$|^student$/i;

export function emailColumn(table: SurveyTable): string | null {
  const holdsAddresses = (c: number) => {
    const cells = table.rows.map((row) => row.cells[c] ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.filter((cell) => /^\S+@\S+$/.test(cell)).length >= cells.length * 0.8;
  };
  const found = table.columns.filter((_, c) => holdsAddresses(c));
  return found.find((column) => EMAIL_HEADER.test(column)) ?? found[0] ?? null;
}

/** The column of whole names, or those of first and last names, or none. */
export function nameColumns(table: SurveyTable): string[] {
  const first = table.columns.find((column) => FIRST_NAME.test(column));
  const last = table.columns.find((column) => LAST_NAME.test(column));
  const full = table.columns.find((column) => FULL_NAME.test(column));
  if (full !== undefined) return [full];
  return [first, last].filter((column) => column !== undefined);
}

/**
 * Who is in the survey. Identified by the column `id` names, else by e-mail, else by the row in the file. Of rows with the
 * same id the last one counts; a blank id becomes `row N`. Both are told in `notices`.
 * @throws {RangeError} when `id` names no column of the survey.
 */
export function identifyStudents(table: SurveyTable, id?: string): Students {
  const wanted = id === undefined ? emailColumn(table) : (matchColumns(table.columns, id)[0] ?? null);
  if (id !== undefined && wanted === null) throw new RangeError(`no column "${id}" to identify students by`);
  const notices: string[] = [];
  const idAt = wanted === null ? -1 : table.columns.indexOf(wanted);
  const nameAt = nameColumns(table).map((column) => table.columns.indexOf(column));

  const students = new Map<string, { id: string; name: string; cells: readonly string[]; row: number }>();
  for (const { row, cells } of table.rows) {
    let studentId = idAt === -1 ? String(row) : (cells[idAt] ?? '');
    if (studentId === '') {
      studentId = `row ${row}`;
      notices.push(`row ${row} has no "${wanted}"; the student is called "${studentId}"`);
    }
    const key = studentId.toLowerCase();
    const earlier = students.get(key);
    if (earlier !== undefined) {
      notices.push(`row ${earlier.row} left out: "${studentId}" answered again in row ${row}`);
      students.delete(key);
    }
    const name = nameAt
      .map((c) => cells[c] ?? '')
      .filter((part) => part !== '')
      .join(' ');
    students.set(key, { id: studentId, name: name.replace(/\s+/g, ' ').trim() || studentId, cells, row });
  }
  const all = [...students.values()];
  return {
    ids: all.map((student) => student.id),
    names: all.map((student) => student.name),
    cells: all.map((student) => student.cells),
    rows: all.map((student) => student.row),
    idColumn: wanted,
    nameColumns: nameColumns(table),
    notices,
  };
}
