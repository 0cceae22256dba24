import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Endpoint } from '@tailcamp/contracts';
import { AppError } from '../kernel/app-error.js';
import { Authenticator } from './authenticator.js';
import type { GatewayRequest } from './exchange.js';
import { refuseForeignOrigin } from './origin.js';
import { ENDPOINT } from './serve.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Who is calling, and whether they may call at all. What they may do is asked by the use case. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (endpoint === undefined) return true;
    const request = context.switchToHttp().getRequest<GatewayRequest>();
    const { authorization } = request.headers;
    if (authorization === undefined && !READS.has(request.method)) refuseForeignOrigin(request);
    request.actor = await this.identify(endpoint, request);
    if (request.actor === null && endpoint.access === 'signed-in') throw new AppError('not_signed_in');
    return true;
  }

  /** A stale cookie must not keep anybody from signing in again. */
  private async identify(endpoint: Endpoint, request: GatewayRequest) {
    try {
      return await this.authenticator.authenticate({
        authorization: request.headers.authorization,
        cookies: request.cookies,
      });
    } catch (error) {
      if (endpoint.access === 'public' && error instanceof AppError && error.status === 401) return null;
      throw error;
    }
  }
}
