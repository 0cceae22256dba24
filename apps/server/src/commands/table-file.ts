import { readTable, SurveyError, type SurveyProblem } from '@tailcamp/matching';
import { InputError } from './command.js';
import { readText } from './text-file.js';

/** A row of a file, whose cells are asked for by their columns. */
export interface TableRow {
  /** As a spreadsheet counts it: the header is 1. */
  readonly row: number;
  /** Trimmed; empty where the file has no such column. */
  cell(column: string): string;
  /** Tells what is wrong with a cell. The command goes on, so that several faults are told of at once. */
  refuse(column: string, reason: string): void;
}

const PROBLEMS_SHOWN = 20;

/**
 * Reads a CSV file with a header and takes each row by `take`; what that returns null for is left out.
 * @param columns those that must be there, in any order and in any case
 * @throws {InputError} naming file, row, column and reason of all that is wrong, up to 20 faults
 */
export async function readRows<Row>(
  path: string,
  { columns, rowsAre }: { columns: readonly string[]; rowsAre: string },
  take: (row: TableRow) => Row | null,
): Promise<readonly Row[]> {
  const problems: SurveyProblem[] = [];
  try {
    const table = readTable(await readText(path), { fileName: path, rowsAre });
    const places = new Map(table.columns.map((name, place) => [name.toLowerCase(), place]));
    for (const name of columns) {
      if (!places.has(name)) {
        problems.push({ row: 1, column: 1, columnName: null, reason: `there is no column "${name}"` });
      }
    }
    if (problems.length > 0) throw new SurveyError(path, problems);
    const taken = table.rows.map(({ row, cells }) =>
      take({
        row,
        cell: (column) => cells[places.get(column) ?? -1] ?? '',
        refuse(column, reason) {
          const place = places.get(column) ?? 0;
          problems.push({ row, column: place + 1, columnName: table.columns[place] ?? null, reason });
        },
      }),
    );
    if (problems.length > 0) throw new SurveyError(path, problems.slice(0, PROBLEMS_SHOWN));
    return taken.filter((row) => row !== null);
  } catch (error) {
    if (error instanceof SurveyError) throw new InputError(error.message);
    throw error;
  }
}

/** @returns whether an answer was right; null, and refused, where the cell says neither */
export function rightIn(row: TableRow, column: string): boolean | null {
  const cell = row.cell(column);
  if (/^(1|1\.0+|true)$/i.test(cell)) return true;
  if (/^(0|0\.0+|false)$/i.test(cell)) return false;
  row.refuse(column, cell === '' ? 'it is empty: 1 for right, 0 for wrong' : `"${cell}" is neither 1 nor 0`);
  return null;
}

/** @returns the text; null, and refused, where the cell is empty */
export function textIn(row: TableRow, column: string): string | null {
  const cell = row.cell(column);
  if (cell !== '') return cell;
  row.refuse(column, 'it is empty');
  return null;
}

/** @returns the number; `absent` for an empty cell; null, and refused, where it is none or out of bounds */
export function numberIn(
  row: TableRow,
  column: string,
  { absent, fits, wanted }: { absent?: number; fits: (value: number) => boolean; wanted: string },
): number | null {
  const cell = row.cell(column);
  if (cell === '' && absent !== undefined) return absent;
  const value = cell === '' ? Number.NaN : Number(cell);
  if (Number.isFinite(value) && fits(value)) return value;
  row.refuse(column, cell === '' ? `it is empty: ${wanted}` : `"${cell}" is not ${wanted}`);
  return null;
}
