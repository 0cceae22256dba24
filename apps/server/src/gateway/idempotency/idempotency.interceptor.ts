import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { API, type Endpoint } from '@tailcamp/contracts';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable, of } from 'rxjs';
import { AppError } from '../../kernel/app-error.js';
import { Log } from '../../platform/telemetry/index.js';
import type { GatewayRequest } from '../exchange.js';
import { ENDPOINT } from '../serve.js';
import { IdempotencyStore, type Keyed } from './idempotency-store.js';

const SANE = /^[\x21-\x7e]{1,200}$/;
const CLEANING_MS = 60 * 60_000;
/** Their answers hold tokens, which are never stored. */
const NEVER_KEPT: ReadonlySet<Endpoint> = new Set<Endpoint>(Object.values(API.identity));

/** `Idempotency-Key` on POST: the same key and request get the same answer, and nothing happens twice. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor, OnModuleInit, OnModuleDestroy {
  #cleaning: NodeJS.Timeout | undefined;

  constructor(
    private readonly reflector: Reflector,
    private readonly store: IdempotencyStore,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    const clean = () => this.store.forgetOld().catch((err) => this.log.warn({ err }, 'old idempotency keys stay'));
    this.#cleaning = setInterval(clean, CLEANING_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#cleaning);
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (endpoint?.method !== 'POST' || NEVER_KEPT.has(endpoint)) return next.handle();
    const http = context.switchToHttp();
    const keyed = keyedBy(endpoint, http.getRequest<GatewayRequest>());
    if (keyed === null) return next.handle();
    const claim = await this.store.claim(keyed);
    if (claim.state === 'other-request') throw new AppError('key_reused');
    if (claim.state === 'running') {
      throw new AppError('conflict', { detail: 'The first request with this key still runs.', retryAfter: 1 });
    }
    if (claim.state === 'mine') return from(this.#runOnce(keyed, claim.attempt, next));
    http.getResponse<FastifyReply>().header('idempotency-replayed', 'true');
    return of(claim.answer);
  }

  async #runOnce(keyed: Keyed, attempt: string, next: CallHandler): Promise<unknown> {
    let answer: unknown;
    try {
      answer = await lastValueFrom(next.handle());
    } catch (error) {
      await this.store
        .giveBack(keyed, attempt)
        .catch((err) => this.log.warn({ err }, 'an idempotency key stays taken'));
      throw error;
    }
    // The change is done: not being able to remember the answer is no reason to call it failed.
    await this.store.keep(keyed, attempt, answer).catch((err) => this.log.error({ err }, 'an answer was not kept'));
    return answer;
  }
}

/** null where there is no key, or nobody to keep it for. */
function keyedBy(endpoint: Endpoint, { headers, actor, params, body }: GatewayRequest): Keyed | null {
  const key = headers['idempotency-key'];
  if (key === undefined || !actor) return null;
  if (typeof key !== 'string' || !SANE.test(key)) {
    const message = 'Give 1 to 200 printable characters without spaces';
    throw new AppError('invalid_input', { fields: [{ field: 'Idempotency-Key', message }] });
  }
  return { userId: actor.userId, key, request: JSON.stringify([endpoint.path, params, body ?? {}]) };
}
