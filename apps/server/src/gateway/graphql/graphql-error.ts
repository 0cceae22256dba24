import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AppError } from '../../kernel/app-error.js';
import { problemOf, toAppError } from '../problem.js';

/** What Apollo and graphql-js refuse on their own, before any of our code runs. */
const REFUSED = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** The same table of errors as REST: `extensions` holds the problem, `code` first of all. */
export function formatGraphqlError(
  formatted: GraphQLFormattedError,
  thrown: unknown,
  onInternal: (error: AppError) => void,
): GraphQLFormattedError {
  const error = appErrorBehind(formatted, unwrapResolverError(thrown));
  if (error.status >= 500) onInternal(error);
  const { title, detail, ...extensions } = problemOf(error);
  return {
    message: detail ?? title,
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    extensions,
  };
}

function appErrorBehind(formatted: GraphQLFormattedError, thrown: unknown): AppError {
  const { code } = formatted.extensions ?? {};
  if (typeof code === 'string' && REFUSED.has(code)) return new AppError('bad_request', { detail: formatted.message });
  for (let at = thrown; at instanceof Error; at = 'originalError' in at ? at.originalError : undefined) {
    if (at instanceof AppError) return at;
  }
  return toAppError(thrown);
}

/** For what is refused before the operation is looked at: gives the answer the status of REST too. */
export function refusedAtTheDoor(thrown: unknown): GraphQLError {
  const error = toAppError(thrown);
  const headers = new Map<string, string>();
  if (error.details.retryAfter !== undefined) headers.set('retry-after', String(error.details.retryAfter));
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { code: error.code, http: { status: error.status, headers } },
  });
}
