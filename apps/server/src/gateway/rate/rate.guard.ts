import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Endpoint } from '@tailcamp/contracts';
import type { FastifyReply } from 'fastify';
import { AppError } from '../../kernel/app-error.js';
import type { GatewayRequest } from '../exchange.js';
import { addressRenderedFor, RENDERED_FOR } from '../http/rendered-for.js';
import { ENDPOINT } from '../serve.js';
import { CallerRates } from './caller-rates.js';

/** How often one may call, by the class of the endpoint. Comes after the access guard, which knows who calls. */
@Injectable()
export class RateGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly rates: CallerRates,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (endpoint === undefined || endpoint.path.startsWith('/health')) return true;
    const http = context.switchToHttp();
    const { actor, ip, headers } = http.getRequest<GatewayRequest>();
    // A page of ours asks over loopback: what it reads counts for whoever looks at it.
    const address = addressRenderedFor(headers[RENDERED_FOR]) ?? ip;
    const verdict = await this.rates.take(endpoint.rate, actor ?? null, address);
    http
      .getResponse<FastifyReply>()
      .header('ratelimit-limit', verdict.limit)
      .header('ratelimit-remaining', verdict.remaining)
      .header('ratelimit-reset', verdict.resetSeconds);
    if (!verdict.allowed) throw new AppError('too_many_requests', { retryAfter: verdict.resetSeconds });
    return true;
  }
}
