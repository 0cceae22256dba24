import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { RunningServer } from './running-server.js';

/** What Pinecone's data plane takes (API 2025-01), as far as it is used; anything else is refused as it would. */
const Upsert = z.strictObject({
  namespace: z.string().default(''),
  vectors: z
    .array(z.strictObject({ id: z.string(), values: z.array(z.number()), metadata: z.record(z.string(), z.string()) }))
    .min(1)
    .max(1000),
});
const Query = z.strictObject({
  namespace: z.string().default(''),
  topK: z.number().int().min(1).max(10_000),
  vector: z.array(z.number()),
  filter: z.strictObject({ scope: z.strictObject({ $in: z.array(z.string()) }) }),
  includeValues: z.boolean().optional(),
  includeMetadata: z.boolean().optional(),
});
const Delete = z.strictObject({
  namespace: z.string().default(''),
  ids: z.array(z.string()).min(1).max(1000).optional(),
  deleteAll: z.boolean().optional(),
});

interface Stored {
  values: readonly number[];
  scope: string;
}

/** An index that speaks Pinecone's protocol, of the given dimensions; only this key may use it. */
export async function startPinecone(apiKey: string, dimensions: number): Promise<RunningServer> {
  const namespaces = new Map<string, Map<string, Stored>>();
  const answer = (path: string, body: unknown): object | null => {
    if (path === '/vectors/upsert') {
      const { namespace, vectors } = Upsert.parse(body);
      if (vectors.some(({ values }) => values.length !== dimensions))
        throw new Error('Vector dimension does not match');
      const kept = namespaces.get(namespace) ?? new Map();
      namespaces.set(namespace, kept);
      for (const { id, values, metadata } of vectors) kept.set(id, { values, scope: metadata.scope ?? '' });
      return { upsertedCount: vectors.length };
    }
    if (path === '/query') {
      const { namespace, topK, vector, filter } = Query.parse(body);
      const matches = [...(namespaces.get(namespace) ?? [])]
        .filter(([, { scope }]) => filter.scope.$in.includes(scope))
        .map(([id, { values }]) => ({
          id,
          score: values.reduce((sum, x, at) => sum + x * (vector[at] ?? 0), 0),
          values: [],
        }))
        .sort((a, b) => b.score - a.score)
        .slice(0, topK);
      return { namespace, matches, usage: { readUnits: 1 } };
    }
    if (path === '/vectors/delete') {
      const { namespace, ids, deleteAll } = Delete.parse(body);
      const kept = namespaces.get(namespace);
      if (kept === undefined) return null;
      for (const id of deleteAll ? [...kept.keys()] : (ids ?? [])) kept.delete(id);
      if (kept.size === 0) namespaces.delete(namespace);
      return {};
    }
    if (path === '/describe_index_stats') {
      const counts = [...namespaces].map(([name, kept]) => [name, { vectorCount: kept.size }]);
      const totalVectorCount = [...namespaces.values()].reduce((sum, { size }) => sum + size, 0);
      return { namespaces: Object.fromEntries(counts), dimension: dimensions, indexFullness: 0, totalVectorCount };
    }
    return null;
  };
  const server = createServer(async (request, response) => {
    const reply = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers['api-key'] !== apiKey) return reply(401, { code: 16, message: 'Invalid API Key' });
    try {
      const said = answer(request.url ?? '', await bodyOf(request));
      return said === null ? reply(404, { code: 5, message: 'Namespace not found' }) : reply(200, said);
    } catch (error) {
      return reply(400, { code: 3, message: error instanceof Error ? error.message : String(error) });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8') || '{}');
}
