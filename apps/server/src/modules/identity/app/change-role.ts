import { Injectable } from '@nestjs/common';
import type { Role, User } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError, notFound, stale } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { authorize } from '../../../kernel/permissions.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import { type Account, userOf } from '../domain/account.js';
import { SessionStore } from '../store/session-store.js';
import { UserStore } from '../store/user-store.js';
import { SessionStandings } from './session-standings.js';

interface Change {
  userId: string;
  role: Role;
  version: number;
}

/** Changes the role of an account. One transaction: role, and end of the account's sessions. */
@Injectable()
export class ChangeRole {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
    private readonly sessions: SessionStore,
    private readonly standings: SessionStandings,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, change: Change): Promise<User> {
    authorize(actor, 'users.change-role');
    const { account, ended } = await this.database.transaction((tx) => this.change(tx, change));
    await this.standings.announceEnd(ended);
    return userOf(account);
  }

  private async change(tx: Sql, { userId, role, version }: Change): Promise<{ account: Account; ended: string[] }> {
    await this.users.lockAdmins(tx);
    const account = await this.users.find(tx, userId);
    if (account === null) throw notFound('The account');
    if (account.version !== version) throw stale(userOf(account));
    if (account.role === role) return { account, ended: [] };
    if (account.role === 'admin' && (await this.users.countAdmins(tx)) === 1) {
      throw new AppError('conflict', { detail: 'This is the last admin; make somebody else an admin first.' });
    }
    await this.users.setRole(tx, userId, role);
    const ended = await this.sessions.endAllOf(tx, [userId], this.clock.now());
    return { account: { ...account, role, version: version + 1 }, ended };
  }
}
