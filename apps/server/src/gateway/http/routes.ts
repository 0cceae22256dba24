import type { FastifyInstance } from 'fastify';

/** Longer than any id, join code or stream name, in characters. */
export const LONGEST_PARAMETER = 200;

export interface Route {
  method: string;
  /** As declared, with `:name` for a segment. */
  pattern: string;
}

/** Every route that is declared on the instance from now on: what 405 is told from, and what a test counts. */
export class Routes {
  readonly #known: (Route & { matches: RegExp })[] = [];

  constructor(instance: FastifyInstance) {
    instance.addHook('onRoute', ({ method, url }) => {
      if (url.includes('*')) return;
      const matches = new RegExp(`^${url.replace(/[.]/g, '\\.').replace(/:\w+/g, `[^/]{1,${LONGEST_PARAMETER}}`)}$`);
      for (const each of [method].flat()) this.#known.push({ method: each, pattern: url, matches });
    });
  }

  all(): Route[] {
    return this.#known.map(({ method, pattern }) => ({ method, pattern }));
  }

  /** The methods that a path takes, none where there is no such path. */
  methodsOf(path: string): string[] {
    return [...new Set(this.#known.filter(({ matches }) => matches.test(path)).map(({ method }) => method))].sort();
  }
}
