import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import { API_PREFIX, type Endpoint, type EventStream, type OutputOf, type ParsedInputOf } from '@tailcamp/contracts';
import type { FastifyReply } from 'fastify';
import type { UserActor } from '../kernel/actor.js';
import { type Exchange, exchangeOf, type GatewayRequest } from './exchange.js';
import { parseInput } from './input.js';

export const ENDPOINT = 'tailcamp:endpoint';

type CallerOf<E extends Endpoint> = E['access'] extends 'public' ? UserActor | null : UserActor;
type Handler<E extends Endpoint> = (
  input: ParsedInputOf<E>,
  caller: CallerOf<E>,
  exchange: Exchange,
) => Promise<E extends EventStream ? AsyncIterable<OutputOf<E>> : OutputOf<E>>;

const Input = createParamDecorator((endpoint: Endpoint, context: ExecutionContext) =>
  parseInput(endpoint, context.switchToHttp().getRequest<GatewayRequest>()),
);
const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<GatewayRequest>().actor ?? null,
);
const TheExchange = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const http = context.switchToHttp();
  return exchangeOf(http.getRequest<GatewayRequest>(), http.getResponse<FastifyReply>());
});

/**
 * Binds a method to an endpoint of the contracts: `@Serve(camps.create) create(input, caller, exchange)`. Route,
 * parsing, access, status and output check come from the endpoint; the types of the method are held against it.
 */
export function Serve<E extends Endpoint>(endpoint: E) {
  return <H extends Handler<E>>(target: object, key: string, descriptor: TypedPropertyDescriptor<H>): void => {
    Input(endpoint)(target, key, 0);
    Caller()(target, key, 1);
    TheExchange()(target, key, 2);
    applyDecorators(
      RequestMapping({ path: API_PREFIX + endpoint.path, method: RequestMethod[endpoint.method] }),
      HttpCode(endpoint.status),
      SetMetadata(ENDPOINT, endpoint),
    )(target, key, descriptor);
  };
}
