export interface CsvRecord {
  /** Counts records from 1, blank ones too, as a spreadsheet shows them. */
  readonly row: number;
  readonly cells: string[];
}

export interface CsvProblem {
  readonly row: number;
  /** From 1. */
  readonly column: number;
  readonly reason: string;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

export type Delimiter = ',' | ';' | '\t';

/**
 * Records of RFC 4180 text, with any of the three line ends. A quote inside an unquoted cell is text. Reading stops at the
 * first broken quote, for nothing after it can be trusted; `problem` then says where the quoted cell begins.
 */
export function parseRecords(
  text: string,
  delimiter: Delimiter,
  limit = Number.POSITIVE_INFINITY,
): { records: CsvRecord[]; problem: CsvProblem | null } {
  const records: CsvRecord[] = [];
  const end = text.length;
  const delimiterCode = delimiter.charCodeAt(0);
  let at = 0;
  while (at < end && records.length < limit) {
    const row = records.length + 1;
    const cells: string[] = [];
    for (;;) {
      if (text[at] === '"') {
        const quoted = quotedCell(text, at + 1);
        if (quoted === null) {
          return { records, problem: { row, column: cells.length + 1, reason: 'this quote is never closed' } };
        }
        at = skipSpaces(text, quoted.end);
        if (at < end && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') {
          const reason = 'text follows a closing quote; a quote inside a cell must be doubled';
          return { records, problem: { row, column: cells.length + 1, reason } };
        }
        cells.push(quoted.text);
      } else {
        const start = at;
        for (; at < end; at++) {
          const code = text.charCodeAt(at);
          if (code === delimiterCode || code === LINE_FEED || code === CARRIAGE_RETURN) break;
        }
        cells.push(text.slice(start, at));
      }
      if (text[at] !== delimiter) break;
      at++;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    records.push({ row, cells });
  }
  return { records, problem: null };
}

function quotedCell(text: string, from: number): { text: string; end: number } | null {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return { text: text.slice(from, at).replaceAll('""', '"'), end: at + 1 };
  }
  return null;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

/** The delimiter that gives the header the most cells and the rows below it the same number. */
export function detectDelimiter(text: string): Delimiter {
  let best: Delimiter = ',';
  let bestFit = 0;
  for (const delimiter of [',', ';', '\t'] as const) {
    const { records } = parseRecords(text, delimiter, 60);
    const filled = records.filter(({ cells }) => cells.length > 1 || cells[0]?.trim() !== '');
    const header = filled[0]?.cells.length ?? 0;
    const same = filled.filter(({ cells }) => cells.length === header).length / Math.max(1, filled.length);
    const fit = header > 1 ? same * Math.log2(header) : 0;
    if (fit > bestFit) [best, bestFit] = [delimiter, fit];
  }
  return best;
}

/** One row of CSV, quoted where it must be. */
export function csvRow(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
