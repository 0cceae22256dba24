export interface RateVerdict {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Seconds until the window begins anew. */
  resetSeconds: number;
}

/** Counts per key in fixed windows; shared by all processes where Redis is. */
export abstract class RateLimits {
  /**
   * Takes one of `limit` a `windowSeconds` for `key`. Without its store it allows: a limit is no reason to be down.
   */
  abstract take(key: string, limit: number, windowSeconds: number): Promise<RateVerdict>;
  /** Gives the whole window back, as after a sign-in that succeeded. */
  abstract forget(key: string): Promise<void>;
  /** @throws when its store cannot be reached */
  abstract ping(): Promise<void>;
  abstract close(): Promise<void>;
}
