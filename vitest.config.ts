import { defineConfig } from 'vitest/config';

const conditions = ['source', 'import', 'node', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['{packages,apps}/*/{src,ui,lib,features}/**/*.spec.ts', 'architecture/*.spec.ts'],
    globalSetup: [],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
