import { once } from 'node:events';
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { AppError } from '../../kernel/app-error.js';
import { problemOf, toAppError } from '../problem.js';
import type { Operator } from './operator.js';

const MOST_BYTES = 60_000_000;

/**
 * Serves commands on a Unix socket in the data directory, which its owner alone may open: `POST /NAME` with the input as JSON. What the
 * file system lets through needs no other key.
 */
export class OperatorSocket {
  private constructor(
    private readonly server: Server,
    private readonly path: string,
  ) {}

  static async listen(path: string, operator: Operator): Promise<OperatorSocket> {
    const server = createServer(async (request, response) => {
      const reply = (status: number, body: unknown) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      try {
        const name = decodeURIComponent((request.url ?? '/').slice(1));
        reply(200, (await operator.run(name, await bodyOf(request))) ?? null);
      } catch (error) {
        const told = toAppError(error);
        reply(told.status, problemOf(told));
      }
    });
    // Left behind by a process that was killed: the data directory is ours by its lock.
    rmSync(path, { force: true });
    server.listen(path);
    await once(server, 'listening');
    chmodSync(path, 0o600);
    return new OperatorSocket(server, path);
  }

  async close(): Promise<void> {
    this.server.closeIdleConnections();
    this.server.close();
    await once(this.server, 'close');
    rmSync(this.path, { force: true });
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > MOST_BYTES) throw new AppError('too_large');
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8') || 'null');
}
