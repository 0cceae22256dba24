import { Controller } from '@nestjs/common';
import { system } from '@tailcamp/contracts';
import { AppError } from '../../kernel/app-error.js';
import { Serve } from '../serve.js';
import { HealthProbe } from './health.js';
import { Readiness } from './readiness.js';

@Controller()
export class HealthController {
  constructor(
    private readonly probe: HealthProbe,
    private readonly readiness: Readiness,
  ) {}

  @Serve(system.health)
  health() {
    return this.probe.ask();
  }

  @Serve(system.live)
  async live() {
    return { status: 'ok' as const };
  }

  @Serve(system.ready)
  async ready() {
    const { state } = this.readiness;
    if (state !== 'ready') throw new AppError('unavailable', { detail: `The service is ${state}.`, retryAfter: 2 });
    const health = await this.probe.ask();
    if (health.checks.database?.ok !== true) {
      throw new AppError('unavailable', { detail: 'The database cannot be reached.', retryAfter: 5 });
    }
    return health;
  }
}
