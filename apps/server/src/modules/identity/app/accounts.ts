import { Injectable } from '@nestjs/common';
import { AppError } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import type { Sql } from '../../../platform/database/index.js';
import type { Account } from '../domain/account.js';
import { type NewAccount, UserStore } from '../store/user-store.js';

/** The one way in which an account comes to be. */
@Injectable()
export class Accounts {
  constructor(
    private readonly users: UserStore,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `already_exists` when the e-mail has an account */
  async create(tx: Sql, account: NewAccount): Promise<Account> {
    const created = await this.users.insert(tx, account, this.clock.now());
    if (created === null) {
      throw new AppError('already_exists', { detail: 'There is an account with this e-mail already.' });
    }
    return created;
  }
}
