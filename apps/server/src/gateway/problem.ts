import { ERRORS, type ErrorCode, type Problem } from '@tailcamp/contracts';
import { AppError } from '../kernel/app-error.js';
import { sqlState } from '../platform/database/index.js';

export const PROBLEM_TYPE = 'application/problem+json';

/** What Fastify and Nest throw on their own, by HTTP status. */
const BY_STATUS: Record<number, ErrorCode> = {
  400: 'bad_request',
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
};

const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND']);

/** The error of the one table that a thrown value means; what nobody foresaw is `internal`. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isDatabaseDown(thrown)) {
    return new AppError('unavailable', {
      detail: 'The database cannot be reached just now.',
      cause: thrown,
      retryAfter: 5,
    });
  }
  const code = BY_STATUS[statusOf(thrown)];
  if (code === undefined) return new AppError('internal', { cause: thrown });
  const detail = code === 'bad_request' && thrown instanceof Error ? thrown.message : undefined;
  return new AppError(code, { cause: thrown, ...(detail === undefined ? {} : { detail }) });
}

/** RFC 9457. Nothing of a cause, a stack or a query is in it. */
export function problemOf(error: AppError, requestId?: string): Problem {
  const { detail, fields, current } = error.details;
  return {
    type: `urn:tailcamp:error:${error.code}`,
    title: ERRORS[error.code].title,
    status: error.status,
    code: error.code,
    ...(detail === undefined ? {} : { detail }),
    ...(fields === undefined ? {} : { fields }),
    ...(current === undefined ? {} : { current }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

function statusOf(thrown: unknown): number {
  if (typeof thrown !== 'object' || thrown === null) return 500;
  if ('getStatus' in thrown && typeof thrown.getStatus === 'function') return Number(thrown.getStatus());
  return 'statusCode' in thrown && typeof thrown.statusCode === 'number' ? thrown.statusCode : 500;
}

/** SQLSTATE class 08 (connection) and 57P0x (shutting down), or the socket's own errors. */
function isDatabaseDown(thrown: unknown): boolean {
  const state = sqlState(thrown);
  if (state !== undefined && (state.startsWith('08') || state.startsWith('57P0'))) return true;
  for (let at: unknown = thrown; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && UNREACHABLE.has(at.code)) return true;
    if (/Connection terminated|timeout exceeded when trying to connect/.test(at.message)) return true;
  }
  return false;
}
