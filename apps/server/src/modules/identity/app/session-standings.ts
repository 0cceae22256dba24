import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Role } from '@tailcamp/contracts';
import { z } from 'zod';
import { Clock } from '../../../kernel/clock.js';
import { Cache } from '../../../platform/cache/index.js';
import { Database } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { SessionStore } from '../store/session-store.js';

/** The channel on which every process, and its sockets, hear that a session has ended: the gateway's own name for it. */
export const SESSION_ENDED = 'session.ended';
const Ended = z.object({ sessionId: z.string() });

export interface Standing {
  userId: string;
  role: Role;
}

/** A lost doorbell costs at most this long until a process asks the database again. */
const REMEMBER_MS = 30_000;
/** An end is remembered for longer, so that a look-up that began before it cannot outlive it in the cache. */
const REMEMBER_END_MS = 2 * REMEMBER_MS;
type Remembered = (Standing & { until: number }) | 'ended';

/** Whether a session stands, asked at every request: from the cache, forgotten in every process when it ends. */
@Injectable()
export class SessionStandings implements OnModuleInit, OnModuleDestroy {
  #stopListening: (() => Promise<void>) | undefined;

  constructor(
    private readonly database: Database,
    private readonly store: SessionStore,
    private readonly cache: Cache,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    this.#stopListening = await this.events.subscribe(SESSION_ENDED, (message) => {
      const heard = Ended.safeParse(message);
      if (heard.success) this.forget(heard.data.sessionId).catch(() => {});
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.#stopListening?.();
  }

  /** Who stands behind a session; null when it has ended or expired, or the account is disabled or gone. */
  async find(sessionId: string): Promise<Standing | null> {
    const now = this.clock.now();
    const key = cacheKey(sessionId);
    const remembered = await this.cache.get<Remembered>(key);
    if (remembered === 'ended') return null;
    if (remembered !== undefined) return remembered.until > now.getTime() ? remembered : null;
    const found = await this.store.standing(this.database.sql, sessionId, now);
    if (found === null) return null;
    const standing = { userId: found.userId, role: found.role, until: found.expiresAt.getTime() };
    await this.cache.set(key, standing, REMEMBER_MS);
    return standing;
  }

  /**
   * Tells every process, this one at once, after the end was committed. Should the telling fail, the end stands all
   * the same, and is noticed when the cache forgets.
   */
  async announceEnd(sessionIds: readonly string[]): Promise<void> {
    await Promise.allSettled(sessionIds.map((sessionId) => this.forget(sessionId)));
    await Promise.allSettled(sessionIds.map((sessionId) => this.events.publish(SESSION_ENDED, { sessionId })));
  }

  private async forget(sessionId: string): Promise<void> {
    await this.cache.set(cacheKey(sessionId), 'ended', REMEMBER_END_MS);
  }
}

const cacheKey = (sessionId: string): string => `session:${sessionId}`;
