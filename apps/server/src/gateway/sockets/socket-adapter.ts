import type { IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import type { SocketFanOut } from '../../platform/sockets/index.js';
import { setSecurityHeaders } from '../http/security-headers.js';
import { refuseForeignOrigin } from '../origin.js';
import { seenAs } from './client-socket.js';

/** A subscription is 100 bytes; nothing that clients send is large. */
const LARGEST_MESSAGE = 16 * 1024;

/** Socket.IO on the port of the application, at `/socket.io`, for our own pages and for callers that are no browser. */
export class SocketAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly isTrusted: (address: string) => boolean,
    private readonly fanOut: SocketFanOut,
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
    this.fanOut.attach(server);
    return server;
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
