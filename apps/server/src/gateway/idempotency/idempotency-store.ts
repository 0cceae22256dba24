import { Injectable } from '@nestjs/common';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/id.js';
import { Cipher } from '../../platform/cipher/index.js';
import { Database } from '../../platform/database/index.js';
import { idempotencyKeys as keys } from './tables.js';

const KEPT_MS = 24 * 60 * 60_000;
/** Longer than any request lives: what still runs then died with its process. */
const GIVEN_UP_MS = 90_000;

export interface Keyed {
  userId: string;
  key: string;
  /** All that makes two requests the same. */
  request: string;
}
export type Claim =
  | { state: 'mine'; attempt: string }
  | { state: 'running' }
  | { state: 'other-request' }
  | { state: 'answered'; answer: unknown };

/** Answers by idempotency key, kept for 24 hours, sealed. */
@Injectable()
export class IdempotencyStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  /** Takes the key for one attempt, or says what became of an earlier one. Of two at once exactly one gets it. */
  async claim(keyed: Keyed): Promise<Claim> {
    const row = this.#row(keyed);
    const now = this.clock.now();
    const old = lt(keys.createdAt, new Date(now.getTime() - KEPT_MS));
    const dead = lt(keys.createdAt, new Date(now.getTime() - GIVEN_UP_MS));
    const [mine] = await this.database.sql
      .insert(keys)
      .values({ ...row, attempt: newId(), answer: null, createdAt: now })
      .onConflictDoUpdate({
        target: [keys.userId, keys.key],
        set: { request: sql`excluded.request`, attempt: sql`excluded.attempt`, answer: null, createdAt: now },
        setWhere: sql`${old} or (${isNull(keys.answer)} and ${eq(keys.request, row.request)} and ${dead})`,
      })
      .returning({ attempt: keys.attempt });
    if (mine !== undefined) return { state: 'mine', attempt: mine.attempt };
    const [known] = await this.database.sql.select().from(keys).where(this.#where(row));
    // Given back between the two statements: whoever asks again gets it.
    if (known === undefined) return { state: 'running' };
    if (known.request !== row.request) return { state: 'other-request' };
    if (known.answer === null) return { state: 'running' };
    return { state: 'answered', answer: JSON.parse(this.cipher.open(placeOf(row), known.answer)) };
  }

  async keep(keyed: Keyed, attempt: string, answer: unknown): Promise<void> {
    const row = this.#row(keyed);
    await this.database.sql
      .update(keys)
      .set({ answer: this.cipher.seal(placeOf(row), JSON.stringify(answer)) })
      .where(and(this.#where(row), eq(keys.attempt, attempt)));
  }

  /** Nothing came of it: the key may be used again. */
  async giveBack(keyed: Keyed, attempt: string): Promise<void> {
    await this.database.sql.delete(keys).where(and(this.#where(this.#row(keyed)), eq(keys.attempt, attempt)));
  }

  async forgetOld(): Promise<void> {
    await this.database.sql.delete(keys).where(lt(keys.createdAt, new Date(this.clock.now().getTime() - KEPT_MS)));
  }

  #row({ userId, key, request }: Keyed) {
    return {
      userId,
      key: this.cipher.blindIndex('idempotency_keys.key', key),
      request: this.cipher.blindIndex('idempotency_keys.request', request),
    };
  }

  #where({ userId, key }: { userId: string; key: string }) {
    return and(eq(keys.userId, userId), eq(keys.key, key));
  }
}

const placeOf = ({ userId, key }: { userId: string; key: string }) => ({
  column: 'idempotency_keys.answer',
  row: `${userId}.${key}`,
});
