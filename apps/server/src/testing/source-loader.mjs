import { register } from 'node:module';

/** `--import` of threads that tests start from their sources, as vitest reads everything else. */
register('./source-hooks.mjs', import.meta.url);
