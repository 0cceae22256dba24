import { Injectable } from '@nestjs/common';
import { type Actor, personBehind } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import { SessionStore } from '../store/session-store.js';
import { SessionStandings } from './session-standings.js';

/** Ends every session of the caller's account, the one at hand too. */
@Injectable()
export class SignOutEverywhere {
  constructor(
    private readonly database: Database,
    private readonly store: SessionStore,
    private readonly standings: SessionStandings,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor): Promise<{ ended: number }> {
    const { userId } = personBehind(actor);
    const ended = await this.store.endAllOf(this.database.sql, [userId], this.clock.now());
    await this.standings.announceEnd(ended);
    return { ended: ended.length };
  }
}
