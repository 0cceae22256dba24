import { Injectable } from '@nestjs/common';
import { AppError } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import { judgeRefresh } from '../domain/refresh.js';
import { SessionStore } from '../store/session-store.js';
import { UserStore } from '../store/user-store.js';
import { hashOfToken, newSecretToken } from './secret-token.js';
import { SessionStandings } from './session-standings.js';
import { type OpenSession, Sessions } from './sessions.js';
import type { TokenPair } from './token-pair.js';

/** A token that was used before names the session that it ended. */
type Outcome = { next: OpenSession } | { replayed: string } | 'ended';

/** Exchanges a refresh token for its successor; one that was used before ends the whole session (RFC 9700, 4.14.2). */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly database: Database,
    private readonly store: SessionStore,
    private readonly users: UserStore,
    private readonly sessions: Sessions,
    private readonly standings: SessionStandings,
    private readonly clock: Clock,
  ) {}

  /** @param refreshToken the bearer of it is who acts; there is no other actor */
  async run(refreshToken: string): Promise<TokenPair> {
    const hash = hashOfToken(refreshToken);
    const outcome = await this.database.transaction((tx) => this.exchange(tx, hash));
    if (outcome === 'ended') throw new AppError('session_ended');
    if ('next' in outcome) return this.sessions.grant(outcome.next);
    await this.standings.announceEnd([outcome.replayed]);
    throw new AppError('session_ended');
  }

  /** Does not throw where the session must end: the end has to be committed. */
  private async exchange(tx: Sql, hash: string): Promise<Outcome> {
    const now = this.clock.now();
    const shown = await this.store.lockByToken(tx, hash);
    if (shown === null) return 'ended';
    const { session } = shown;
    const account = await this.users.find(tx, session.userId);
    const verdict = judgeRefresh(shown.generation, session, now);
    if (verdict === 'ended' || account === null || account.disabled) return 'ended';
    if (verdict === 'replayed') {
      await this.store.end(tx, session.id, now);
      return { replayed: session.id };
    }
    if (verdict === 'rotate') await this.store.moveOn(tx, session.id, now);
    const successor = newSecretToken();
    const generation = verdict === 'rotate' ? session.generation + 1 : session.generation;
    await this.store.addToken(tx, session.id, generation, successor.hash);
    return { next: { id: session.id, expiresAt: session.expiresAt, account, refreshToken: successor.token } };
  }
}
