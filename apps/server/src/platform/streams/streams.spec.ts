import { describe } from 'vitest';
import { embeddedTestDatabase } from '../../testing/database.js';
import { postgresTestDatabase } from '../../testing/postgres-database.js';
import { postgresUrl } from '../../testing/servers/index.js';
import { streamsSuite } from './streams.suite.js';

streamsSuite('streams on the embedded database', embeddedTestDatabase);

describe.skipIf(!postgresUrl())('real server (PostgreSQL)', () => {
  streamsSuite('streams on PostgreSQL', postgresTestDatabase);
});
