import { Injectable } from '@nestjs/common';
import { AppError } from '../../../kernel/app-error.js';
import { Database } from '../../../platform/database/index.js';
import type { Visitor } from '../domain/visitor.js';
import { UserStore } from '../store/user-store.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';
import { SignInThrottle } from './sign-in-throttle.js';
import type { TokenPair } from './token-pair.js';

/** Signs in with e-mail and password. Which of the two was wrong shows neither in the answer nor in its time. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
  ) {}

  async run(visitor: Visitor, { email, password }: { email: string; password: string }): Promise<TokenPair> {
    await this.throttle.take(email, visitor);
    const found = await this.users.credentials(this.database.sql, email);
    const matches = await this.passwords.matches(found?.passwordHash ?? null, password);
    if (found === null || !matches || found.account.disabled) throw new AppError('wrong_credentials');
    await this.throttle.forget(email, visitor);
    const session = await this.database.transaction((tx) => this.sessions.open(tx, found.account, visitor));
    return this.sessions.grant(session);
  }
}
