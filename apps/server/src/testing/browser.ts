import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { API_PREFIX, type Endpoint, type InputOf } from '@tailcamp/contracts';

/** What a server answers a browser. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
  /** The `set-cookie` headers, whole. */
  cookies: string[];
}

/** A browser: it keeps cookies and sends them back, from one address. Endpoints without path parameters only. */
export class Browser {
  readonly jar = new Map<string, string>();

  constructor(
    private readonly nest: NestFastifyApplication,
    private readonly headers: Record<string, string> = {},
  ) {}

  async send<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<Answer> {
    const byQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE';
    const response = await this.nest.inject({
      method: endpoint.method,
      url: API_PREFIX + endpoint.path,
      headers: this.headers,
      cookies: Object.fromEntries(this.jar),
      ...(byQuery ? { query: input as Record<string, string> } : { payload: input }),
    });
    for (const { name, value, maxAge, expires } of response.cookies) {
      const gone = maxAge === 0 || (expires !== undefined && expires <= new Date());
      if (gone) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    const body = response.body === '' ? {} : JSON.parse(response.body);
    return { status: response.statusCode, body, cookies: [response.headers['set-cookie'] ?? []].flat() };
  }
}
