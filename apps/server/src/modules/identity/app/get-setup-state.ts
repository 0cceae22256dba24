import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { UserStore } from '../store/user-store.js';

/** Whether the first run is still to be done: anybody may know, or nobody could do it. */
@Injectable()
export class GetSetupState {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
  ) {}

  async run(): Promise<{ needed: boolean }> {
    return { needed: (await this.users.countAdmins(this.database.sql)) === 0 };
  }
}
