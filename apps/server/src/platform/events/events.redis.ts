import type { Redis } from 'ioredis';
import { newId } from '../../kernel/id.js';
import { connectRedis } from '../redis/index.js';
import type { Logger } from '../telemetry/index.js';
import { Events } from './index.js';
import { Subscribers } from './subscribers.js';

const PREFIX = 'tailcamp:events:';

type GapListener = (ms: number) => Promise<void> | void;

/**
 * Events by Redis pub/sub. The subscribers of this process hear without Redis, and so while it is away too; others when
 * it is there. After a break the channels are subscribed again and `onGap` is told.
 */
export class RedisEvents extends Events {
  private readonly subscribers: Subscribers;
  private readonly gapListeners = new Set<GapListener>();
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private readonly origin = newId();
  /** Over when Redis has answered or refused for the first time. */
  private readonly firstAttempt: Promise<void>;
  private brokenSince: number | null = null;

  constructor(
    url: string,
    private readonly log: Logger,
  ) {
    super();
    this.subscribers = new Subscribers(log);
    const failed = (error: Error) => log.warn({ err: error }, 'events: Redis cannot be reached');
    this.publisher = connectRedis(url, 'publisher', failed);
    // Subscriptions wait for Redis, however long; they are not asked for an answer within a time.
    this.subscriber = connectRedis(url, 'subscriber', failed, {
      maxRetriesPerRequest: null,
      autoResubscribe: false,
      enableReadyCheck: true,
    });
    this.subscriber.on('message', (channel, text) => this.received(channel, text));
    this.subscriber.on('close', () => {
      this.brokenSince ??= Date.now();
    });
    this.subscriber.on('ready', () => void this.resubscribe());
    this.firstAttempt = new Promise((resolve) => {
      for (const event of ['ready', 'close']) this.subscriber.once(event, () => resolve());
    });
  }

  async publish(channel: string, message: unknown): Promise<void> {
    const text = JSON.stringify(message ?? null);
    this.subscribers.tell(channel, text);
    await this.publisher.publish(PREFIX + channel, `${this.origin}${text}`);
  }

  async subscribe(channel: string, listener: (message: unknown) => void): Promise<() => Promise<void>> {
    const remove = this.subscribers.add(channel, listener);
    await this.ask(() => this.subscriber.subscribe(PREFIX + channel));
    return async () => {
      if (remove().last) await this.ask(() => this.subscriber.unsubscribe(PREFIX + channel));
    };
  }

  onGap(listener: GapListener): () => void {
    this.gapListeners.add(listener);
    return () => this.gapListeners.delete(listener);
  }

  async close(): Promise<void> {
    this.subscribers.clear();
    this.gapListeners.clear();
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }

  /** Where Redis is away it is asked again when it is back, as `resubscribe` asks for every channel. */
  private async ask(command: () => Promise<unknown>): Promise<void> {
    await this.firstAttempt;
    if (this.subscriber.status !== 'ready') return;
    await command().catch((error) => this.log.warn({ err: error }, 'events: a subscription failed'));
  }

  private async resubscribe(): Promise<void> {
    try {
      const channels = this.subscribers.channelNames.map((channel) => PREFIX + channel);
      if (channels.length > 0) await this.subscriber.subscribe(...channels);
      if (this.brokenSince === null) return;
      const gap = Date.now() - this.brokenSince;
      this.brokenSince = null;
      await Promise.all([...this.gapListeners].map((listener) => listener(gap)));
    } catch (error) {
      this.log.warn({ err: error }, 'events: Redis was lost while subscribing again');
    }
  }

  private received(channel: string, text: string): void {
    if (text.startsWith(this.origin)) return;
    this.subscribers.tell(channel.slice(PREFIX.length), text.slice(this.origin.length));
  }
}
