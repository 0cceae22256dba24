import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type StreamName, Streams } from '../../platform/streams/index.js';
import { Log } from '../../platform/telemetry/index.js';
import { Feed, type Listener } from './feed.js';

/** A doorbell may be missed, as when Redis restarts; nobody waits longer than this for an event. */
const SWEEP_MS = 15_000;
const RETRY_MS = 1_000;

/** The streams that sockets of this process hear. */
@Injectable()
export class Feeds implements OnModuleInit, OnModuleDestroy {
  readonly #feeds = new Map<StreamName, Feed>();
  #sweep: NodeJS.Timeout | undefined;
  #silence: () => Promise<void> = async () => {};

  constructor(
    private readonly streams: Streams,
    private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    this.#sweep = setInterval(() => this.#lookEverywhere(), SWEEP_MS).unref();
    this.#silence = await this.streams.onGrowth((stream, seq) => {
      const feed = this.#feeds.get(stream);
      if (feed !== undefined && seq > feed.head) feed.look();
    });
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#sweep);
    await this.#silence();
  }

  /** @returns false when the listener has not caught up yet: read on, and ask again */
  join(stream: StreamName, listener: Listener): boolean {
    return this.#of(stream).join(listener);
  }

  leave(stream: StreamName, listener: Listener): void {
    this.#feeds.get(stream)?.leave(listener);
  }

  #of(stream: StreamName): Feed {
    const known = this.#feeds.get(stream);
    if (known !== undefined) return known;
    const feed = new Feed(stream, this.streams, (error) => {
      this.log.warn({ err: error, stream }, 'a stream could not be read; trying again');
      setTimeout(() => feed.look(), RETRY_MS).unref();
    });
    this.#feeds.set(stream, feed);
    return feed;
  }

  #lookEverywhere(): void {
    for (const [stream, feed] of this.#feeds) {
      if (feed.listened) feed.look();
      else this.#feeds.delete(stream);
    }
  }
}
