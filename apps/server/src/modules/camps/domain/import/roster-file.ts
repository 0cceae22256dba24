import type { Answers } from '../roster-member.js';

/** A roster or survey export as it was read, before anybody asked who of it is known. */
export interface RosterFile {
  readonly fileName: string;
  readonly delimiter: string;
  readonly columns: readonly string[];
  readonly emailColumn: string | null;
  /** The column with a number or a code of the student, where there is one. */
  readonly idColumn: string | null;
  readonly rows: readonly FileRow[];
  readonly notices: readonly string[];
  /** What matching would like and the file lacks. */
  readonly missing: readonly string[];
}

export interface FileRow {
  /** As a spreadsheet counts: the header is 1. */
  readonly row: number;
  /** Empty where the row has none; so with the e-mail. */
  readonly name: string;
  readonly email: string;
  /** All other columns, empty cells too. */
  readonly answers: Answers;
}
