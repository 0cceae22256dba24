import { index, pgTable, primaryKey, text, uuid, vector } from 'drizzle-orm/pg-core';
import { DIMENSIONS } from '../embeddings/index.js';

export const searchVectors = pgTable(
  'search_vectors',
  {
    model: text('model').notNull(),
    id: uuid('id').notNull(),
    scope: text('scope').notNull(),
    vector: vector('vector', { dimensions: DIMENSIONS }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.model, table.id] }),
    index('search_vectors_near').using('hnsw', table.vector.op('vector_cosine_ops')),
  ],
);
