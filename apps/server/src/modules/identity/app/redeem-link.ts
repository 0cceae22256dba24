import { Injectable } from '@nestjs/common';
import { AppError } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import type { Visitor } from '../domain/visitor.js';
import { LinkStore } from '../store/link-store.js';
import { UserStore } from '../store/user-store.js';
import { hashOfToken } from './secret-token.js';
import { Sessions } from './sessions.js';
import type { TokenPair } from './token-pair.js';

/** Signs in with a one-time link. One transaction spends the link and opens the session, so that neither is lost. */
@Injectable()
export class RedeemLink {
  constructor(
    private readonly database: Database,
    private readonly links: LinkStore,
    private readonly users: UserStore,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  async run(visitor: Visitor, { token }: { token: string }): Promise<TokenPair> {
    const session = await this.database.transaction(async (tx) => {
      const userId = await this.links.spend(tx, hashOfToken(token), this.clock.now());
      const account = userId === null ? null : await this.users.find(tx, userId);
      if (account === null || account.disabled) throw new AppError('link_spent');
      return this.sessions.open(tx, account, visitor);
    });
    return this.sessions.grant(session);
  }
}
