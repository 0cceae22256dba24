import { z } from 'zod';

/** Every error a caller can get. `code` is stable: scripts and translations key on it; the title is for people. */
export const ERRORS = {
  bad_request: { status: 400, title: 'The request cannot be read' },
  invalid_input: { status: 422, title: 'A field is not as it should be' },
  invalid_file: { status: 422, title: 'The file cannot be read' },
  not_signed_in: { status: 401, title: 'Sign in first' },
  wrong_credentials: { status: 401, title: 'The e-mail or the password is wrong' },
  link_spent: { status: 401, title: 'This link was used or has expired' },
  session_ended: { status: 401, title: 'This session has ended; sign in again' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  wrong_origin: { status: 403, title: 'The request came from another site' },
  not_found: { status: 404, title: 'There is no such thing, or it is not yours to see' },
  method_not_allowed: { status: 405, title: 'This address does not take that method' },
  conflict: { status: 409, title: 'The present state does not allow this' },
  stale: { status: 409, title: 'Somebody changed it meanwhile' },
  stale_sequence: { status: 409, title: 'What came since is not kept; take a new snapshot' },
  already_exists: { status: 409, title: 'It is there already' },
  key_reused: { status: 409, title: 'This idempotency key came with another request' },
  cannot_be_satisfied: { status: 422, title: 'The rules cannot all hold' },
  too_large: { status: 413, title: 'The request is too large' },
  unsupported_media_type: { status: 415, title: 'Send JSON' },
  too_many_requests: { status: 429, title: 'Too many requests; wait a little' },
  unavailable: { status: 503, title: 'A part of the service is down; try again soon' },
  internal: { status: 500, title: 'Something broke on our side; it was logged' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

export const FieldProblem = z.object({
  field: z.string().describe('Where: a path such as policy.criteria.0.bound, or row 4, column Email'),
  message: z.string(),
});
export type FieldProblem = z.infer<typeof FieldProblem>;

/** RFC 9457 `application/problem+json`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
  detail: z.string().optional(),
  fields: z.array(FieldProblem).optional(),
  current: z.unknown().optional().describe('With 409 stale: the state as it is now'),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
