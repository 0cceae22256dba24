import cookie from '@fastify/cookie';
import { type IEntryNestModule, NestFactory } from '@nestjs/core';

import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Config } from '../config.js';
import { AppError } from '../kernel/app-error.js';
import { SocketFanOut } from '../platform/sockets/index.js';
import { type Logger, Metrics } from '../platform/telemetry/index.js';
import { readOnlyJson } from './http/json-body.js';
import { NestLogger } from './http/nest-logger.js';
import { type PageHandler, servePages } from './http/pages.js';
import { requestIdOf } from './http/request-id.js';
import { logRequests } from './http/request-log.js';
import { LONGEST_PARAMETER, Routes } from './http/routes.js';
import { setSecurityHeaders } from './http/security-headers.js';
import { trustedProxies } from './http/trusted-proxies.js';
import { PROBLEM_TYPE, problemOf } from './problem.js';
import { SocketAdapter } from './sockets/socket-adapter.js';

const REQUEST_TIMEOUT_MS = 60_000;

export interface HttpApp {
  nest: NestFastifyApplication;
  /** What is served under a path and a method of its own. */
  routes: Routes;
}

/**
 * The application with everything that a request passes before it meets a controller; not listening yet.
 * @param pages who answers GET outside the API's paths; without, they are 404
 * @throws StartupError for a TRUSTED_PROXIES that names no networks
 */
export async function createHttpApp(
  module: IEntryNestModule,
  config: Config,
  log: Logger,
  pages?: PageHandler,
): Promise<HttpApp> {
  const isTrusted = trustedProxies(config.TRUSTED_PROXIES);
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    trustProxy: isTrusted,
    bodyLimit: config.BODY_LIMIT_MB * 1024 * 1024,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    frameworkErrors: refuseUnroutable,
    return503OnClosing: false,
  });
  const instance = adapter.getInstance();
  const routes = new Routes(instance);
  instance.addHook('onRequest', async (request, reply) => prepare(request, reply));
  readOnlyJson(instance);
  await instance.register(cookie);
  const nest = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(log),
    bodyParser: false,
    abortOnError: false,
  });
  // biome-ignore lint/correctness/useHookAtTopLevel: Nest's, not React's
  nest.useWebSocketAdapter(new SocketAdapter(nest, isTrusted, nest.get(SocketFanOut)));
  logRequests(instance, nest.get(Metrics));
  servePages(instance, { routes, pages, development: config.NODE_ENV === 'development' });
  return { nest, routes };
}

function prepare(request: FastifyRequest, reply: FastifyReply): void {
  setSecurityHeaders(reply.raw, request.protocol === 'https');
  reply.raw.setHeader('x-request-id', request.id);
}

/** The router's own refusals: a malformed URL, a parameter beyond every length. No hook has run yet. */
function refuseUnroutable(error: Error & { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): void {
  prepare(request, reply);
  const problem = problemOf(new AppError(error.statusCode === 414 ? 'not_found' : 'bad_request'), request.id);
  void reply.status(problem.status).header('content-type', PROBLEM_TYPE).send(JSON.stringify(problem));
}
