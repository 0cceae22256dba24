import { API_PREFIX, type Endpoint, type InputOf, type OutputOf, pathParameters } from '@tailcamp/contracts';

/** A script that calls the API with a bearer token, as an operator's would. */
export class Script {
  constructor(
    private readonly url: string,
    private readonly token?: string,
  ) {}

  async call<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<OutputOf<E>> {
    const rest: Record<string, unknown> = { ...input };
    let path = API_PREFIX + endpoint.path;
    for (const name of pathParameters(endpoint.path)) {
      path = path.replace(`:${name}`, encodeURIComponent(String(rest[name])));
      delete rest[name];
    }
    const byQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE';
    const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)]));
    const answer = await fetch(this.url + path + (byQuery ? `?${query}` : ''), {
      method: endpoint.method,
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(byQuery ? {} : { 'content-type': 'application/json' }),
      },
      ...(byQuery ? {} : { body: JSON.stringify(rest) }),
    });
    const body: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${endpoint.method} ${path}: ${answer.status} ${JSON.stringify(body)}`);
    return body as OutputOf<E>;
  }
}
