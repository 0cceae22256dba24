import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import type { Visitor } from '../domain/visitor.js';
import { Accounts } from './accounts.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';
import type { TokenPair } from './token-pair.js';

/** Anybody makes an account; it starts as a student. One transaction: account and session. */
@Injectable()
export class SignUp {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  async run(visitor: Visitor, input: { name: string; email: string; password: string }): Promise<TokenPair> {
    const { name, email, password } = input;
    const passwordHash = await this.passwords.hash(password, email);
    const session = await this.database.transaction(async (tx) => {
      const account = await this.accounts.create(tx, { name, email, passwordHash, role: 'student', demo: false });
      return this.sessions.open(tx, account, visitor);
    });
    return this.sessions.grant(session);
  }
}
