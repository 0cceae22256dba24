import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { GraphqlModule } from './graphql/graphql.module.js';
import { HealthController } from './health/health.controller.js';
import { HealthProbe } from './health/health.js';
import { MetricsController } from './health/metrics.controller.js';
import { Readiness } from './health/readiness.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { IdempotencyStore } from './idempotency/idempotency-store.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { Operator } from './operator/operator.js';
import { OutputInterceptor } from './output.interceptor.js';
import { ProblemFilter } from './problem.filter.js';
import { CallerRates } from './rate/caller-rates.js';
import { RateGuard } from './rate/rate.guard.js';
import { Feeds } from './sockets/feeds.js';
import { PresenceGateway } from './sockets/presence.gateway.js';
import { Presence } from './sockets/presence.js';
import { SessionWatch } from './sockets/session-watch.js';
import { SocketGateway } from './sockets/socket.gateway.js';
import { SocketAnswers } from './sockets/socket-answers.js';
import { SocketEntrance } from './sockets/socket-entrance.js';
import { StreamsController } from './sockets/streams.controller.js';
import { StreamAccess } from './stream-access.js';

/** What every request passes, whatever module answers it. */
@Global()
@Module({
  imports: [GraphqlModule],
  controllers: [HealthController, MetricsController, StreamsController, OpenApiController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: RateGuard },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: OutputInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
    CallerRates,
    Feeds,
    HealthProbe,
    Operator,
    IdempotencyStore,
    Presence,
    PresenceGateway,
    Readiness,
    SessionWatch,
    SocketAnswers,
    SocketEntrance,
    SocketGateway,
    StreamAccess,
  ],
  exports: [Operator, Readiness, StreamAccess],
})
export class GatewayModule {}
