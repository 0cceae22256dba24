/** One thing that is wrong in a survey file. */
export interface SurveyProblem {
  /** The row in the file as a spreadsheet counts it: the header is 1. */
  readonly row: number;
  /** From 1. */
  readonly column: number;
  /** The header of that column, where there is one. */
  readonly columnName: string | null;
  readonly reason: string;
}

/** A file that cannot be read; nothing of it is used. */
export class SurveyError extends Error {
  override readonly name = 'SurveyError';

  constructor(
    readonly fileName: string,
    readonly problems: readonly SurveyProblem[],
  ) {
    super(problems.map((problem) => describeProblem(fileName, problem)).join('\n'));
  }
}

export function describeProblem(fileName: string, { row, column, columnName, reason }: SurveyProblem): string {
  const named = columnName === null ? '' : ` ("${columnName}")`;
  return `${fileName}: row ${row}, column ${column}${named}: ${reason}`;
}
