import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { HealthController } from './health/health.controller.js';
import { HealthProbe } from './health/health.js';
import { MetricsController } from './health/metrics.controller.js';
import { Readiness } from './health/readiness.js';
import { OutputInterceptor } from './output.interceptor.js';
import { ProblemFilter } from './problem.filter.js';
import { CallerRates } from './rate/caller-rates.js';
import { RateGuard } from './rate/rate.guard.js';

/** What every request passes, whatever module answers it. */
@Global()
@Module({
  controllers: [HealthController, MetricsController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: RateGuard },
    { provide: APP_INTERCEPTOR, useClass: OutputInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
    CallerRates,
    HealthProbe,
    Readiness,
  ],
  exports: [Readiness],
})
export class GatewayModule {}
