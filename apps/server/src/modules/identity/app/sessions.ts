import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import type { Sql } from '../../../platform/database/index.js';
import { type Account, userOf } from '../domain/account.js';
import type { Visitor } from '../domain/visitor.js';
import { SessionStore } from '../store/session-store.js';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens.js';
import { newSecretToken } from './secret-token.js';
import type { TokenPair } from './token-pair.js';

export interface OpenSession {
  id: string;
  expiresAt: Date;
  account: Account;
  refreshToken: string;
}

/** Opens sessions and gives out their tokens. */
@Injectable()
export class Sessions {
  constructor(
    private readonly store: SessionStore,
    private readonly accessTokens: AccessTokens,
    private readonly clock: Clock,
  ) {}

  /** A new session with the first refresh token of its family. */
  async open(sql: Sql, account: Account, visitor: Visitor): Promise<OpenSession> {
    const { token, hash } = newSecretToken();
    const { id, expiresAt } = await this.store.open(sql, account.id, visitor.ip, this.clock.now());
    await this.store.addToken(sql, id, 1, hash);
    return { id, expiresAt, account, refreshToken: token };
  }

  /** The tokens of a session, once it is committed. */
  async grant({ id, expiresAt, account, refreshToken }: OpenSession): Promise<TokenPair> {
    return {
      user: userOf(account),
      accessToken: await this.accessTokens.issue({ userId: account.id, sessionId: id, role: account.role }),
      accessSeconds: ACCESS_TOKEN_SECONDS,
      refreshToken,
      refreshSeconds: Math.floor((expiresAt.getTime() - this.clock.now().getTime()) / 1000),
    };
  }
}
