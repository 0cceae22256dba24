import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Metrics } from '../../platform/telemetry/index.js';
import type { GatewayRequest } from '../exchange.js';

/** Asked every few seconds by machines: told only when somebody looks for them. */
const QUIET = /^(\/api\/v1\/health(\/|$)|\/metrics$|\*|\/\*$)/;

/** One line and one measurement for each answer; no query strings, no bodies, no addresses. */
export function logRequests(instance: FastifyInstance, metrics: Metrics): void {
  instance.addHook('onResponse', async (request: GatewayRequest, reply) => {
    const route = routeOf(request);
    const status = reply.statusCode;
    metrics.requests.observe({ method: request.method, route, status: String(status) }, reply.elapsedTime / 1000);
    const level = levelOf(route, reply);
    const userId = request.actor?.userId;
    const line = { method: request.method, route, status, ms: Math.round(reply.elapsedTime * 10) / 10 };
    request.log[level]({ ...line, ...(userId === undefined ? {} : { userId }) }, 'request');
  });
}

/** The pattern, never the path: paths hold ids and would make a new label each. */
const routeOf = (request: GatewayRequest): string => request.routeOptions.url ?? 'none';

function levelOf(route: string, reply: FastifyReply): 'error' | 'debug' | 'info' {
  if (reply.statusCode >= 500) return 'error';
  return QUIET.test(route) ? 'debug' : 'info';
}
