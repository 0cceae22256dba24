import type { User } from '@tailcamp/contracts';

/** What signing in gives, before it is known how it travels; lifetimes in seconds. */
export interface TokenPair {
  user: User;
  accessToken: string;
  accessSeconds: number;
  refreshToken: string;
  refreshSeconds: number;
}
