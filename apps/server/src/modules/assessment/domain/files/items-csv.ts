import type { Item } from '@tailcamp/contracts';
import { csvOf } from '../../../../kernel/csv.js';
import { ItemReader, type ReadItems } from './read-items.js';

/** A row of a table, by the names of its columns in small letters. */
export interface TableRow {
  row: number;
  cell(column: string): string;
}

const MOST_OPTIONS = 10;
const numbers = Array.from({ length: MOST_OPTIONS }, (_, at) => at + 1);
const COLUMNS = [
  ...['id', 'skill', 'kind', 'stem', 'difficulty', 'discrimination', 'guessing', 'explanation'],
  ...['code_language', 'code_file', 'code', 'code_setup', 'code_prints', 'code_verify'],
  ...['answer', 'tolerance', 'unit', 'case_matters'],
  ...numbers.flatMap((at) => [`option_${at}`, `right_${at}`, `because_${at}`, `note_${at}`]),
];
/** Without these no row is a question. */
export const NEEDED_COLUMNS = ['kind', 'stem'] as const;

/**
 * Questions of the automatic kinds as CSV. Options, lines in their right order and accepted answers stand in `option_1` …
 * `option_10`; graded ones, which have a rubric, are left out.
 */
export function itemsCsv(items: readonly Item[]): string {
  const rows = items.filter((item) => !('rubric' in item)).map(cellsOf);
  return csvOf([COLUMNS, ...rows.map((cells) => COLUMNS.map((column) => cells[column] ?? ''))]);
}

function cellsOf(item: Item): Record<string, string | number> {
  const { id, skill, kind, stem, difficulty, discrimination, guessing, explanation, code } = item;
  const cells: Record<string, string | number> = { id, skill, kind, stem, difficulty, discrimination, explanation };
  if (guessing !== undefined) cells.guessing = guessing;
  if (code !== undefined) {
    cells.code_language = code.language;
    cells.code = code.source;
    if (code.file !== undefined) cells.code_file = code.file;
    if (code.setup !== undefined) cells.code_setup = code.setup;
    if (code.prints !== undefined) cells.code_prints = code.prints;
    if (code.verify !== undefined) cells.code_verify = code.verify;
  }
  if ('options' in item) {
    for (const [at, { text, right, because, note }] of item.options.entries()) {
      cells[`option_${at + 1}`] = text;
      if (right) cells[`right_${at + 1}`] = 1;
      if (because !== undefined) cells[`because_${at + 1}`] = because;
      if (note !== undefined) cells[`note_${at + 1}`] = note;
    }
  }
  if (item.kind === 'ordering') for (const [at, line] of item.lines.entries()) cells[`option_${at + 1}`] = line;
  if (item.kind === 'text') {
    for (const [at, text] of item.accept.entries()) cells[`option_${at + 1}`] = text;
    if (item.caseMatters) cells.case_matters = 1;
  }
  if (item.kind === 'number') {
    cells.answer = item.answer;
    cells.tolerance = item.tolerance;
    if (item.unit !== undefined) cells.unit = item.unit;
  }
  return cells;
}

/** Reads what {@link itemsCsv} writes; a question without a name gets one of its first words. */
export function readItemsCsv(rows: readonly TableRow[], fallbackSkill: string | null, nameOf: NameOf): ReadItems {
  const reader = new ItemReader();
  for (const row of rows) reader.take({ file: null, row: row.row }, itemIn(row, nameOf), fallbackSkill);
  return reader.result;
}

/** A name for a question that has none. */
export type NameOf = (stem: string) => string;

function itemIn(row: TableRow, nameOf: NameOf): Record<string, unknown> {
  const text = (column: string) => unquoted(row.cell(column));
  const optional = (column: string, as = column) => (text(column) === '' ? {} : { [as]: text(column) });
  const number = (column: string) => (text(column) === '' ? {} : { [column]: numberOf(text(column)) });
  const kind = text('kind').toLowerCase();
  const stem = text('stem');
  const filled = numbers.filter((at) => text(`option_${at}`) !== '');
  return {
    id: text('id') || nameOf(stem),
    skill: text('skill'),
    kind,
    stem,
    explanation: text('explanation'),
    ...{ difficulty: 0, ...number('difficulty') },
    ...number('discrimination'),
    ...number('guessing'),
    ...(text('code') !== '' && {
      code: {
        language: text('code_language') || 'text',
        source: text('code'),
        ...optional('code_file', 'file'),
        ...optional('code_setup', 'setup'),
        ...optional('code_prints', 'prints'),
        ...optional('code_verify', 'verify'),
      },
    }),
    ...((kind === 'choice' || kind === 'choices') && {
      options: filled.map((at) => ({
        text: text(`option_${at}`),
        ...(isYes(text(`right_${at}`)) && { right: true }),
        ...optional(`because_${at}`, 'because'),
        ...optional(`note_${at}`, 'note'),
      })),
    }),
    ...(kind === 'ordering' && { lines: filled.map((at) => text(`option_${at}`)) }),
    ...(kind === 'text' && {
      accept: filled.map((at) => text(`option_${at}`)),
      caseMatters: isYes(text('case_matters')),
    }),
    ...(kind === 'number' && { ...number('answer'), ...number('tolerance'), ...optional('unit') }),
  };
}

const isYes = (cell: string): boolean => /^(1|x|yes|true|right|correct|sí|si)$/i.test(cell);
/** What is no number stays a text, so that the schema refuses it by its field. */
const numberOf = (cell: string): number | string => (Number.isFinite(Number(cell)) ? Number(cell) : cell);
/** The apostrophe by which a written file keeps spreadsheets from reading a formula. */
const unquoted = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
