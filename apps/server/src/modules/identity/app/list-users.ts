import { Injectable } from '@nestjs/common';
import { Id, type User } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError } from '../../../kernel/app-error.js';
import { decodeCursor, type Page, pageOf } from '../../../kernel/page.js';
import { authorize } from '../../../kernel/permissions.js';
import { Database } from '../../../platform/database/index.js';
import { userOf } from '../domain/account.js';
import { UserStore } from '../store/user-store.js';

/** Every account, in the order of their making. */
@Injectable()
export class ListUsers {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
  ) {}

  async run(actor: Actor, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<Page<User>> {
    authorize(actor, 'users.list');
    const after = cursor === undefined ? null : idOf(cursor);
    const accounts = await this.users.list(this.database.sql, after, limit);
    return pageOf(accounts.map(userOf), limit, (user) => [user.id]);
  }
}

function idOf(cursor: string): string {
  const id = Id.safeParse(decodeCursor(cursor, 1)[0]);
  if (id.success) return id.data;
  throw new AppError('invalid_input', { fields: [{ field: 'cursor', message: 'Not a cursor of this list' }] });
}
