import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import { LinkStore } from '../store/link-store.js';
import { PublicAddress } from './public-address.js';
import { newSecretToken } from './secret-token.js';

const DAY_MS = 24 * 3_600_000;

export interface SignInLink {
  /** The token stands behind `#`, where no server, proxy or referrer sees it. */
  url: string;
  token: string;
  expiresAt: Date;
}

/** Makes links that sign an account in once. Who may have one is the caller's to have asked. */
@Injectable()
export class SignInLinks {
  constructor(
    private readonly database: Database,
    private readonly links: LinkStore,
    private readonly clock: Clock,
    private readonly address: PublicAddress,
  ) {}

  async create(userId: string, ttlMs: number = DAY_MS): Promise<SignInLink> {
    const { token, hash } = newSecretToken();
    const expiresAt = new Date(this.clock.now().getTime() + ttlMs);
    await this.links.insert(this.database.sql, { hash, userId, expiresAt });
    return { url: `${this.address.base}/link#${token}`, token, expiresAt };
  }
}
