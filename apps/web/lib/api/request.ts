import { API_PREFIX, type Endpoint, type InputOf, type OutputOf, Problem, pathParameters } from '@tailcamp/contracts';
import { ApiError, problemOf } from './problem';

export interface PreparedRequest {
  path: string;
  method: Endpoint['method'];
  body: string | undefined;
}

/**
 * Where and what to send: path parameters are filled from the input; the rest goes to the query for GET and DELETE,
 * else to the JSON body. Fields that are `undefined` are left out.
 */
export function prepare<E extends Endpoint>(endpoint: E, input: InputOf<E>): PreparedRequest {
  const fields = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  let path = API_PREFIX + endpoint.path;
  for (const name of pathParameters(endpoint.path)) {
    path = path.replace(`:${name}`, encodeURIComponent(String(fields.get(name))));
    fields.delete(name);
  }
  const { method } = endpoint;
  if (method !== 'GET' && method !== 'DELETE')
    return { path, method, body: JSON.stringify(Object.fromEntries(fields)) };
  const query = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)])).toString();
  return { path: query ? `${path}?${query}` : path, method, body: undefined };
}

/** Reads an answer: the checked output, or an ApiError. */
export async function accept<E extends Endpoint>(endpoint: E, response: Response): Promise<OutputOf<E>> {
  const body: unknown = response.status === 204 ? {} : await response.json().catch(() => undefined);
  if (!response.ok) {
    const problem = Problem.safeParse(body);
    throw new ApiError(
      problem.success ? problem.data : problemOf(response.status >= 500 ? 'unavailable' : 'bad_request'),
    );
  }
  const output = endpoint.output.safeParse(body);
  if (!output.success)
    throw new ApiError(problemOf('internal', `${endpoint.method} ${endpoint.path} answered in another shape`));
  return output.data as OutputOf<E>;
}
