import { fastifyCookie } from '@fastify/cookie';
import { Inject, Injectable } from '@nestjs/common';
import type { ExtendedError } from 'socket.io';
import { CONFIG, type Config } from '../../config.js';
import { AppError } from '../../kernel/app-error.js';
import { Log } from '../../platform/telemetry/index.js';
import { Authenticator } from '../authenticator.js';
import { type IsTrusted, trustedProxies } from '../http/trusted-proxies.js';
import { problemOf, toAppError } from '../problem.js';
import { Backlog } from './backlog.js';
import { type ClientSocket, credentialsOf, keepState, seenAs } from './client-socket.js';

/** Lets a socket in when what it shows is good; else the client gets `connect_error` with the code and the problem. */
@Injectable()
export class SocketEntrance {
  readonly #isTrusted: IsTrusted;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly authenticator: Authenticator,
    private readonly log: Log,
  ) {
    this.#isTrusted = trustedProxies(config.TRUSTED_PROXIES);
  }

  async admit(socket: ClientSocket, next: (error?: ExtendedError) => void): Promise<void> {
    try {
      const { auth, headers } = socket.handshake;
      const credentials = credentialsOf(auth, fastifyCookie.parse(headers.cookie ?? ''));
      const actor = await this.authenticator.authenticate(credentials);
      if (actor === null) throw new AppError('not_signed_in');
      const { address } = seenAs(socket.request, this.#isTrusted);
      const backlog = new Backlog(socket.conn);
      keepState(socket, { actor, credentials, address, backlog, subscriptions: new Map() });
      next();
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.status >= 500) this.log.error({ err: error.cause ?? error }, 'a socket was not let in');
      next(Object.assign(new Error(error.code), { data: problemOf(error) }));
    }
  }
}
