import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Endpoint } from '@tailcamp/contracts';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { sendEvents } from './http/event-stream.js';
import { ENDPOINT } from './serve.js';

/** Nothing leaves that the contract does not name: unknown fields are dropped, a wrong one is our error. */
@Injectable()
export class OutputInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (endpoint === undefined) return next.handle();
    return next.handle().pipe(
      map((output) => {
        if (endpoint.media === 'text/event-stream') {
          return sendEvents(context.switchToHttp().getResponse<FastifyReply>(), endpoint.output, output);
        }
        const checked = endpoint.output.parse(output);
        if (endpoint.media !== undefined) {
          context.switchToHttp().getResponse<FastifyReply>().header('content-type', `${endpoint.media}; charset=utf-8`);
        }
        return checked;
      }),
    );
  }
}
