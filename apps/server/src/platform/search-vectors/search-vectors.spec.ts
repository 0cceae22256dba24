import { describe, expect, it } from 'vitest';
import { newId } from '../../kernel/id.js';
import { embeddedTestDatabase } from '../../testing/database.js';
import { postgresTestDatabase } from '../../testing/postgres-database.js';
import { postgresUrl } from '../../testing/servers/index.js';
import { startPinecone } from '../../testing/servers/pinecone.js';
import type { Database } from '../database/index.js';
import { DIMENSIONS } from '../embeddings/index.js';
import { VectorsUnavailable } from './index.js';
import { PgVectorSearch } from './search-vectors.pgvector.js';
import { PineconeVectorSearch } from './search-vectors.pinecone.js';
import { vectorFrom, vectorSearchSuite } from './search-vectors.suite.js';

const inDatabase = (open: () => Promise<Database>) => async () => {
  const database = await open();
  return { search: new PgVectorSearch(database), close: () => database.close() };
};

vectorSearchSuite('vectors in the embedded database', inDatabase(embeddedTestDatabase));

describe.skipIf(!postgresUrl())('real server (PostgreSQL)', () => {
  vectorSearchSuite('vectors in PostgreSQL', inDatabase(postgresTestDatabase));
});

vectorSearchSuite('vectors in Pinecone', async () => {
  const server = await startPinecone('key', DIMENSIONS);
  return { search: new PineconeVectorSearch({ apiKey: 'key', host: server.url }), close: server.stop };
});

describe('Pinecone that cannot be used', () => {
  it('says why', async () => {
    const server = await startPinecone('another', DIMENSIONS);
    const search = new PineconeVectorSearch({ apiKey: 'key', host: server.url });
    const within = { scopes: ['a'], limit: 3 };
    await expect(search.nearest('m', vectorFrom(1), within)).rejects.toThrow(VectorsUnavailable);
    await server.stop();
    await expect(search.upsert('m', [{ id: newId(), scope: 'a', vector: vectorFrom(1) }])).rejects.toThrow(
      VectorsUnavailable,
    );
  });
});
