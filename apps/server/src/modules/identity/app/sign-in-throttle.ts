import { Injectable } from '@nestjs/common';
import { AppError } from '../../../kernel/app-error.js';
import { Database } from '../../../platform/database/index.js';
import { RateLimits, type RateVerdict } from '../../../platform/rate-limits/index.js';
import type { Visitor } from '../domain/visitor.js';
import { SessionStore } from '../store/session-store.js';
import { UserStore } from '../store/user-store.js';

const WINDOW_SECONDS = 900;
/** Attempts on one account from one address. */
const PER_ADDRESS = 10;
/** Attempts on one account from all addresses; those the owner has signed in from before do not count against them. */
const PER_ACCOUNT = 100;

/**
 * Slows guessing without locking the owner out (OWASP ASVS 5.0, 6.3.1): who tries one account from many addresses uses
 * up the account's window, but not for an address that the owner has signed in from. It treats an e-mail without an
 * account like any other, so that it tells nobody which ones have one.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly limits: RateLimits,
    private readonly database: Database,
    private readonly users: UserStore,
    private readonly sessions: SessionStore,
  ) {}

  /** @throws AppError `too_many_requests` */
  async take(email: string, visitor: Visitor): Promise<void> {
    refuse(await this.limits.take(this.addressKey(email, visitor), PER_ADDRESS, WINDOW_SECONDS));
    const account = await this.limits.take(`sign-in:${this.users.emailIndex(email)}`, PER_ACCOUNT, WINDOW_SECONDS);
    if (!account.allowed && !(await this.isKnown(email, visitor))) refuse(account);
  }

  /** After a sign-in that succeeded. The account's window stays: an owner who signs in gives no new guesses away. */
  async forget(email: string, visitor: Visitor): Promise<void> {
    await this.limits.forget(this.addressKey(email, visitor));
  }

  private async isKnown(email: string, { ip }: Visitor): Promise<boolean> {
    const account = await this.users.findByEmail(this.database.sql, email);
    return account !== null && this.sessions.knowsAddress(this.database.sql, account.id, ip);
  }

  private addressKey(email: string, { ip }: Visitor): string {
    return `sign-in:${this.users.emailIndex(email)}:${ip}`;
  }
}

function refuse({ allowed, resetSeconds }: RateVerdict): void {
  if (allowed) return;
  const minutes = Math.max(1, Math.ceil(resetSeconds / 60));
  const detail = `Too many attempts to sign in; try again in ${minutes} min, or use a sign-in link.`;
  throw new AppError('too_many_requests', { detail, retryAfter: resetSeconds });
}
