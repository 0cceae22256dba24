import { Inject, Injectable } from '@nestjs/common';
import type { RateClass } from '@tailcamp/contracts';
import { CONFIG, type Config } from '../../config.js';
import type { UserActor } from '../../kernel/actor.js';
import { RateLimits, type RateVerdict } from '../../platform/rate-limits/index.js';

const WINDOW_SECONDS = 60;

/** The limits of the configuration, taken per account where there is one, else per address. */
@Injectable()
export class CallerRates {
  readonly #limits: Readonly<Record<RateClass, number>>;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly counts: RateLimits,
  ) {
    this.#limits = {
      read: config.RATE_READ,
      write: config.RATE_WRITE,
      message: config.RATE_MESSAGE,
      'sign-in': config.RATE_SIGN_IN,
      upload: config.RATE_UPLOAD,
    };
  }

  /** Signing in counts per address even with a session at hand, or a stolen one would buy more guesses. */
  take(rate: RateClass, actor: UserActor | null, address: string): Promise<RateVerdict> {
    const caller = actor === null || rate === 'sign-in' ? `ip:${address}` : `user:${actor.userId}`;
    return this.counts.take(`${rate}:${caller}`, this.#limits[rate], WINDOW_SECONDS);
  }
}
