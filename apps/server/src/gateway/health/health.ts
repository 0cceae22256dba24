import { Inject, Injectable } from '@nestjs/common';
import type { Health } from '@tailcamp/contracts';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../../platform/database/index.js';
import { Queue } from '../../platform/queue/index.js';
import { RateLimits } from '../../platform/rate-limits/index.js';
import { VERSION } from '../version.js';

const PATIENCE_MS = 2_000;
type Check = Health['checks'][string];

/** Asks what the service stands on; an answer in two seconds, whatever hangs. */
@Injectable()
export class HealthProbe {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly queue: Queue,
    private readonly rateLimits: RateLimits,
  ) {}

  async ask(): Promise<Health> {
    const asked: Record<string, Promise<Check>> = {
      database: check(() => this.database.ping()),
      queue: check(async () => {
        const depth = await this.queue.depth();
        return `${depth.waiting} waiting, ${depth.running} running, ${depth.dead} dead`;
      }),
      ...(this.config.REDIS_URL === undefined ? {} : { redis: check(() => this.rateLimits.ping()) }),
    };
    const checks: Record<string, Check> = {};
    for (const [name, answer] of Object.entries(asked)) checks[name] = await answer;
    const ok = Object.values(checks).every((each) => each.ok);
    return { status: ok ? 'ok' : 'degraded', version: VERSION, role: this.config.role, checks };
  }
}

/** Causes may name hosts and users, so they are not told; the log has them. */
async function check(ask: () => Promise<unknown>): Promise<Check> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Check>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, detail: 'No answer in time' }), PATIENCE_MS);
  });
  const asked = Promise.resolve()
    .then(ask)
    .then(
      (detail): Check => (typeof detail === 'string' ? { ok: true, detail } : { ok: true }),
      (): Check => ({ ok: false, detail: 'It cannot be reached' }),
    );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
