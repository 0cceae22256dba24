import { Injectable } from '@nestjs/common';
import type { Role } from '@tailcamp/contracts';
import { AppError } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import type { Account } from '../domain/account.js';
import { SessionStore } from '../store/session-store.js';
import { UserStore } from '../store/user-store.js';
import { Accounts } from './accounts.js';
import { SessionStandings } from './session-standings.js';
import { userRemoved } from './topics.js';

export interface Person {
  id: string;
  name: string;
  email: string;
  role: Role;
}

export interface NewPerson {
  name: string;
  email: string;
  role: Role;
  demo?: boolean;
}

/** Accounts, as other modules see them. Who may see or make them is theirs to have asked. */
@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
    private readonly accounts: Accounts,
    private readonly sessions: SessionStore,
    private readonly standings: SessionStandings,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Whether there is an account at all. Not to be called inside a transaction. */
  async anybody(): Promise<boolean> {
    return (await this.users.count(this.database.sql)) > 0;
  }

  /** Those that exist, by id. Not to be called inside a transaction. */
  async find(ids: readonly string[]): Promise<Map<string, Person>> {
    const accounts = await this.users.findMany(this.database.sql, [...new Set(ids)]);
    return new Map(accounts.map((account) => [account.id, personOf(account)]));
  }

  /** Case and surrounding space do not matter. Not to be called inside a transaction. */
  async byEmail(email: string): Promise<Person | null> {
    const account = await this.users.findByEmail(this.database.sql, email);
    return account === null ? null : personOf(account);
  }

  /**
   * An account without a password: its owner signs in by link. One transaction of its own.
   * @throws AppError `already_exists`
   */
  async createPerson(person: NewPerson): Promise<Person> {
    const [created] = await this.createPeople([person]);
    if (created === undefined) throw new Error('One went in, so one comes out');
    return created;
  }

  /** The same for many, all or none, in the order given. */
  async createPeople(people: readonly NewPerson[]): Promise<Person[]> {
    const accounts = await this.database.transaction(async (tx) => {
      const created: Account[] = [];
      for (const person of people) {
        created.push(await this.accounts.create(tx, { demo: false, ...person, passwordHash: null }));
      }
      return created;
    });
    return accounts.map(personOf);
  }

  /**
   * Deletes those of the accounts that belong to the demo, and ends their sessions; others are left alone.
   * @throws AppError `conflict` when people would stay behind without an admin
   */
  async remove(ids: readonly string[]): Promise<void> {
    const ended = await this.database.transaction((tx) => this.removeDemo(tx, ids));
    this.outbox.nudge();
    await this.standings.announceEnd(ended);
  }

  private async removeDemo(tx: Sql, ids: readonly string[]): Promise<string[]> {
    await this.users.lockAdmins(tx);
    const leaving = (await this.users.findMany(tx, ids)).filter(({ demo }) => demo).map(({ id }) => id);
    const ended = await this.sessions.endAllOf(tx, leaving, this.clock.now());
    await this.users.remove(tx, leaving);
    if ((await this.users.countAdmins(tx)) === 0 && (await this.users.count(tx)) > 0) {
      throw new AppError('conflict', { detail: 'Nobody would be an admin any more; make somebody an admin first.' });
    }
    for (const userId of leaving) await this.outbox.put(tx, userRemoved, { userId });
    return ended;
  }
}

const personOf = ({ id, name, email, role }: Account): Person => ({ id, name, email, role });
