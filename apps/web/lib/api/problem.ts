import type { ErrorCode, Problem } from '@tailcamp/contracts';

/** What every failed call throws: the server's problem (RFC 9457), or one of our own where no answer came. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiError';
  }
  get code(): ErrorCode {
    return this.problem.code;
  }
}

export const isCode = (error: unknown, ...codes: ErrorCode[]): error is ApiError =>
  error instanceof ApiError && codes.includes(error.code);

/** The words for a field that the server refused, by the path of the field. */
export function fieldErrors(error: unknown): Record<string, string> {
  const fields = error instanceof ApiError ? (error.problem.fields ?? []) : [];
  return Object.fromEntries(fields.map(({ field, message }) => [field, message]));
}

/** What went wrong in a sentence, for a banner or a toast. */
export const inWords = (error: unknown): string => (error instanceof Error ? error.message : String(error));
