import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { AppError } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import { LinkStore } from '../store/link-store.js';
import { SessionStore } from '../store/session-store.js';

/** Deletes sessions with their tokens, and links, that have expired. Twice does no harm. */
@Injectable()
export class ForgetExpired {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
    private readonly links: LinkStore,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor): Promise<void> {
    if (actor.kind !== 'system') throw new AppError('forbidden');
    const now = this.clock.now();
    await this.sessions.forgetExpired(this.database.sql, now);
    await this.links.forgetExpired(this.database.sql, now);
  }
}
