import { describe } from 'vitest';
import { embeddedTestDatabase } from '../../testing/database.js';
import { postgresTestDatabase } from '../../testing/postgres-database.js';
import { postgresUrl } from '../../testing/servers/index.js';
import { outboxSuite, sharedOutboxSuite } from './outbox.suite.js';

outboxSuite('the outbox on the embedded database', embeddedTestDatabase);

describe.skipIf(!postgresUrl())('real server (PostgreSQL)', () => {
  outboxSuite('the outbox on PostgreSQL', postgresTestDatabase);
  sharedOutboxSuite('an outbox shared by processes', postgresTestDatabase);
});
