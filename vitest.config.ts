import { defineConfig } from 'vitest/config';

/** Workspace packages are read from their sources, so that no test runs on a stale build. */
const conditions = ['source', 'node'];
/** Node gives Nest and Apollo the CommonJS build of graphql; its two builds refuse each other's types. */
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];
const sources = { resolve: { conditions, alias }, ssr: { resolve: { conditions } } };

export default defineConfig({
  ...sources,
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'packages', include: ['packages/*/src/**/*.spec.ts', 'scripts/**/*.spec.mjs'] } },
      { extends: true, test: { name: 'web', include: ['apps/web/{app,features,ui,lib}/**/*.spec.{ts,tsx}'] } },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['apps/server/src/**/*.spec.ts'],
          globalSetup: ['apps/server/src/testing/servers/setup.ts'],
        },
      },
      { extends: true, test: { name: 'architecture', include: ['architecture/*.spec.ts'] } },
      { extends: true, test: { name: 'benchmarks', include: ['bench/**/*.spec.ts'] } },
    ],
  },
});
