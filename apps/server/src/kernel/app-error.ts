import { ERRORS, type ErrorCode, type FieldProblem } from '@tailcamp/contracts';

interface Details {
  /** One sentence for a person: what is wrong and what to do. */
  detail?: string;
  fields?: FieldProblem[];
  /** With `stale`: the state as it is now. */
  current?: unknown;
  cause?: unknown;
  /** Seconds until it is worth trying again. */
  retryAfter?: number;
}

/** The only error that use cases throw on purpose; the gateway maps it once to REST, GraphQL and sockets. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Details;

  constructor(code: ErrorCode, details: Details = {}) {
    super(details.detail ?? ERRORS[code].title, { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}

export const notFound = (what: string) => new AppError('not_found', { detail: `${what} was not found.` });
export const stale = (current: unknown) => new AppError('stale', { current });
