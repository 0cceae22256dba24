import { Injectable } from '@nestjs/common';
import { type Actor, personBehind } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import { SessionStore } from '../store/session-store.js';
import { SessionStandings } from './session-standings.js';

/** Ends the session of the caller: its access tokens, its refresh tokens and its sockets. */
@Injectable()
export class SignOut {
  constructor(
    private readonly database: Database,
    private readonly store: SessionStore,
    private readonly standings: SessionStandings,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor): Promise<void> {
    const { sessionId } = personBehind(actor);
    await this.store.end(this.database.sql, sessionId, this.clock.now());
    await this.standings.announceEnd([sessionId]);
  }
}
