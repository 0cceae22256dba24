import { type CsvRecord, detectDelimiter, parseRecords } from './csv.js';
import { parseNumber } from './numbers.js';
import { SurveyError, type SurveyProblem } from './survey-error.js';

export interface SurveyRow {
  /** The row in the file as a spreadsheet counts it: the header is 1. */
  readonly row: number;
  /** As many as the table has columns, trimmed. */
  readonly cells: readonly string[];
}

export interface SurveyTable {
  readonly columns: readonly string[];
  readonly rows: readonly SurveyRow[];
  /** What was changed or left out while reading. */
  readonly notices: readonly string[];
}

const PROBLEMS_SHOWN = 20;
const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

/**
 * Reads the export of a form or a course: byte order mark, comma, semicolon or tab, quoted line breaks, blank rows, a
 * repeated header, the extra header rows of Qualtrics and Canvas.
 * @param rowsAre what a row holds, for the message about a file without any
 * @throws {SurveyError} naming rows and columns; then nothing of the file is used.
 */
export function readTable(
  text: string,
  { fileName = 'survey', rowsAre = 'students' }: { fileName?: string; rowsAre?: string } = {},
): SurveyTable {
  const fail = (...problems: SurveyProblem[]): never => {
    throw new SurveyError(fileName, problems.slice(0, PROBLEMS_SHOWN));
  };
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const unreadable = firstUnreadable(content);
  if (unreadable !== null) fail(unreadable);
  if (content.trim() === '') fail({ row: 1, column: 1, columnName: null, reason: 'the file is empty' });

  const { records, problem } = parseRecords(content, detectDelimiter(content));
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const header = filled[0] ?? { row: 1, cells: [] };
  if (problem !== null) fail({ ...problem, columnName: header.cells[problem.column - 1]?.trim() || null });

  const notices: string[] = [];
  const blank = records.length - filled.length;
  if (blank > 0) notices.push(`${blank} blank ${blank === 1 ? 'row' : 'rows'} left out`);

  const { columns, kept, problems } = readHeader(header, filled.slice(1), notices);
  if (problems.length > 0) fail(...problems);

  const rows: SurveyRow[] = [];
  for (const record of withoutExtraHeaders(header, filled.slice(1), notices)) {
    const cells = record.cells.map((cell) => cell.trim());
    while (cells.length > header.cells.length && cells.at(-1) === '') cells.pop();
    const { length } = header.cells;
    if (cells.length !== length) {
      const column = Math.min(cells.length, length) + 1;
      const reason = `the row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header has ${length}`;
      problems.push({ row: record.row, column, columnName: header.cells[column - 1]?.trim() || null, reason });
    }
    rows.push({ row: record.row, cells: kept.length === length ? cells : kept.map((column) => cells[column] ?? '') });
  }
  if (problems.length > 0) fail(...problems);
  if (rows.length === 0) {
    fail({ row: header.row, column: 1, columnName: columns[0] ?? null, reason: `no ${rowsAre} below the header` });
  }
  return { columns, rows, notices };
}

/** A table from columns and rows that are already apart, as a server keeps them. */
export function makeTable(columns: readonly string[], rows: readonly (readonly string[])[]): SurveyTable {
  return {
    columns,
    rows: rows.map((cells, i) => ({ row: i + 2, cells: cells.map((cell) => cell.trim()) })),
    notices: [],
  };
}

/** A NUL or a character that is no UTF-8, which decoders replace, shows a file that is not text. */
function firstUnreadable(text: string): SurveyProblem | null {
  const at = text.search(/[^\P{Cc}\t\n\v\f\r]|\uFFFD/u);
  if (at === -1) return null;
  const before = text.slice(0, at);
  const row = before.split(/\r\n|\r|\n/).length;
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  const column = line.split(detectDelimiter(text.slice(0, 20_000))).length;
  const reason =
    text[at] === '\uFFFD'
      ? 'not UTF-8 text: save the file as CSV UTF-8'
      : 'a control character: this is not a text file';
  return { row, column, columnName: null, reason };
}

function readHeader(header: CsvRecord, below: readonly CsvRecord[], notices: string[]) {
  const problems: SurveyProblem[] = [];
  const columns: string[] = [];
  const kept: number[] = [];
  const seen = new Map<string, number>();
  header.cells.forEach((cell, c) => {
    const name = cell.replace(/\s+/g, ' ').trim();
    if (name === '') {
      if (below.every(({ cells }) => (cells[c]?.trim() ?? '') === '')) return;
      problems.push({ row: header.row, column: c + 1, columnName: null, reason: 'the column has cells but no name' });
    } else if (isAnswer(name, c, below)) {
      const reason = `"${name}" is an answer, not the name of a column: the header row is missing`;
      problems.push({ row: header.row, column: c + 1, columnName: null, reason });
    }
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    if (times > 1) notices.push(`column ${c + 1} is called "${name} (${times})", for "${name}" is there already`);
    columns.push(times > 1 ? `${name} (${times})` : name);
    kept.push(c);
  });
  return { columns, kept, problems };
}

function isAnswer(name: string, column: number, below: readonly CsvRecord[]): boolean {
  if (EMAIL.test(name)) return true;
  if (parseNumber(name) === null) return false;
  const cellsBelow = below.map(({ cells }) => cells[column]?.trim() ?? '').filter((value) => value !== '');
  return cellsBelow.length > 0 && cellsBelow.every((cell) => parseNumber(cell) !== null);
}

function withoutExtraHeaders(header: CsvRecord, below: readonly CsvRecord[], notices: string[]): CsvRecord[] {
  const importIds = below.findIndex(({ cells }) => cells[0]?.trimStart().startsWith('{"ImportId"'));
  const same = (record: CsvRecord) =>
    record.cells.length === header.cells.length &&
    record.cells.every((cell, c) => cell.trim() === header.cells[c]?.trim());
  return below.filter((record, i) => {
    if (i <= importIds && importIds <= 1) {
      notices.push(`row ${record.row} left out: it describes the columns`);
      return false;
    }
    if (same(record)) {
      notices.push(`row ${record.row} left out: the header again`);
      return false;
    }
    if (/^points possible$/i.test(record.cells[0]?.trim() ?? '')) {
      notices.push(`row ${record.row} left out: the points possible, not a student`);
      return false;
    }
    return true;
  });
}
