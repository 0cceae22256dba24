import type { IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import { setSecurityHeaders } from '../http/security-headers.js';
import { refuseForeignOrigin } from '../origin.js';
import { seenAs } from './client-socket.js';

/** A subscription is 100 bytes; nothing that clients send is large. */
const LARGEST_MESSAGE = 16 * 1024;

/** How processes find each other's sockets; in one process, nothing. */
export interface SocketFanOut {
  attach(server: Server): void;
  close(): Promise<void>;
}

/** Socket.IO on the port of the application, at `/socket.io`, for our own pages and for callers that are no browser. */
export class SocketAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly isTrusted: (address: string) => boolean,
    private readonly fanOut: SocketFanOut | undefined,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server: Server = super.createIOServer(port, {
      ...options,
      path: '/socket.io',
      serveClient: false,
      maxHttpBufferSize: LARGEST_MESSAGE,
      connectTimeout: 10_000,
      perMessageDeflate: false,
      allowRequest: (request, answer) => answer(null, this.#isOurs(request)),
    } as ServerOptions);
    server.engine.on('headers', (headers: Record<string, string>, request: IncomingMessage) => {
      const secure = seenAs(request, this.isTrusted).protocol === 'https';
      setSecurityHeaders({ setHeader: (name, value) => Object.assign(headers, { [name]: value }) }, secure);
    });
    this.fanOut?.attach(server);
    return server;
  }

  override async close(server: Server): Promise<void> {
    await super.close(server);
    await this.fanOut?.close();
  }

  #isOurs(request: IncomingMessage): boolean {
    try {
      refuseForeignOrigin({ headers: request.headers, ...seenAs(request, this.isTrusted) });
      return true;
    } catch {
      return false;
    }
  }
}
