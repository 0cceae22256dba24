import { Injectable } from '@nestjs/common';
import type { User } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../kernel/actor.js';
import { AppError } from '../../../kernel/app-error.js';
import { Database } from '../../../platform/database/index.js';
import { userOf } from '../domain/account.js';
import { UserStore } from '../store/user-store.js';

/** The account of the caller. */
@Injectable()
export class GetMe {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
  ) {}

  async run(actor: Actor): Promise<User> {
    const { userId } = personBehind(actor);
    const account = await this.users.find(this.database.sql, userId);
    if (account === null) throw new AppError('session_ended');
    return userOf(account);
  }
}
