import { Injectable } from '@nestjs/common';
import { AppError } from '../../../kernel/app-error.js';
import { Database } from '../../../platform/database/index.js';
import type { Visitor } from '../domain/visitor.js';
import { UserStore } from '../store/user-store.js';
import { Accounts } from './accounts.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';
import type { TokenPair } from './token-pair.js';

/** The first run: whoever comes first becomes the admin. One transaction, one at a time. */
@Injectable()
export class SetUp {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  async run(visitor: Visitor, input: { name: string; email: string; password: string }): Promise<TokenPair> {
    const { name, email, password } = input;
    const passwordHash = await this.passwords.hash(password, email);
    const session = await this.database.transaction(async (tx) => {
      await this.users.lockAdmins(tx);
      if ((await this.users.countAdmins(tx)) > 0) {
        throw new AppError('conflict', { detail: 'There is an admin already; sign in instead.' });
      }
      const account = await this.accounts.create(tx, { name, email, passwordHash, role: 'admin', demo: false });
      return this.sessions.open(tx, account, visitor);
    });
    return this.sessions.grant(session);
  }
}
