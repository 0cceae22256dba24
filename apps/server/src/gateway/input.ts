import { type Endpoint, type FieldProblem, pathParameters } from '@tailcamp/contracts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { AppError } from '../kernel/app-error.js';

/**
 * The input of an endpoint from path, query (GET, DELETE) and JSON body (the others).
 * @throws AppError `not_found` for a malformed id in the path, `invalid_input` naming every field that is wrong
 */
export function parseInput(endpoint: Endpoint, request: FastifyRequest): unknown {
  const byQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE';
  const given: unknown = byQuery ? request.query : (request.body ?? {});
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new AppError('invalid_input', { fields: [{ field: '', message: 'Send a JSON object' }] });
  }
  const inPath = pathParameters(endpoint.path);
  const twice = inPath.find((name) => name in given);
  if (twice !== undefined) {
    throw new AppError('invalid_input', {
      fields: [{ field: twice, message: 'Stands in the path; leave it out here' }],
    });
  }
  const parsed = endpoint.input.safeParse({ ...given, ...(request.params as object) });
  if (parsed.success) return parsed.data;
  const fields = fieldProblems(parsed.error);
  if (fields.every(({ field }) => inPath.includes(field))) throw new AppError('not_found');
  throw new AppError('invalid_input', { fields });
}

/** One entry for each issue of zod; an unknown key is named itself. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ field: path.join('.'), message: issue.message }];
    return issue.keys.map((key) => ({ field: [...path, key].join('.'), message: 'Unknown field' }));
  });
}
