import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { UserActor } from '../../kernel/actor.js';
import { AppError } from '../../kernel/app-error.js';
import { Authenticator } from '../authenticator.js';
import type { GatewayRequest } from '../exchange.js';
import { refuseForeignOrigin } from '../origin.js';
import { CallerRates } from '../rate/caller-rates.js';
import { refusedAtTheDoor } from './graphql-error.js';

/** What resolvers share during one operation. */
export interface GraphqlContext {
  actor: UserActor | null;
}

/** Who asks, found once for each operation by the same rules as in REST. */
@Injectable()
export class GraphqlContexts {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly rates: CallerRates,
  ) {}

  async of(request: GatewayRequest): Promise<GraphqlContext> {
    try {
      const { authorization } = request.headers;
      if (authorization === undefined && request.method !== 'GET') refuseForeignOrigin(request);
      const actor = await this.authenticator.authenticate({ authorization, cookies: request.cookies });
      request.actor = actor;
      const verdict = await this.rates.take('read', actor, request.ip);
      if (!verdict.allowed) throw new AppError('too_many_requests', { retryAfter: verdict.resetSeconds });
      return { actor };
    } catch (error) {
      throw refusedAtTheDoor(error);
    }
  }
}

/** Parameter of a resolver: who asks. Refuses with `not_signed_in` where nobody does. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): UserActor => {
  const { actor } = GqlExecutionContext.create(context).getContext<GraphqlContext>();
  if (actor === null) throw new AppError('not_signed_in');
  return actor;
});
