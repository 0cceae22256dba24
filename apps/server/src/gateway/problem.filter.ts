import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_TYPE, problemOf, toAppError } from './problem.js';

/** Every error of REST leaves here, as `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() !== 'http') throw thrown;
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const error = toAppError(thrown);
    if (error.status >= 500) request.log.error({ err: error.cause ?? error, code: error.code }, 'request failed');
    const reply = http.getResponse<FastifyReply>();
    if (error.details.retryAfter !== undefined) reply.header('retry-after', String(error.details.retryAfter));
    reply
      .status(error.status)
      .header('content-type', PROBLEM_TYPE)
      .send(JSON.stringify(problemOf(error, request.id)));
  }
}
