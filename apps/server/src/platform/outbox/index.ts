import type { z } from 'zod';
import type { Sql } from '../database/index.js';

/** What a module tells others, durably: declared in its front door. Ids and numbers, never a name or an address. */
export interface Topic<Payload extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly payload: Payload;
}
export const topic = <P extends z.ZodType>(name: string, payload: P): Topic<P> => ({ name, payload });

/**
 * What a use case must tell others is written in its transaction and brought to every listener at least once, in the
 * order of writing for one topic. A listener that throws gets it again, with backoff, without holding up other topics.
 */
export abstract class Outbox {
  abstract put<P extends z.ZodType>(tx: Sql, topic: Topic<P>, payload: z.input<P>): Promise<void>;
  /** Listens to a topic. Call before `start`. Must be idempotent. */
  abstract on<P extends z.ZodType>(topic: Topic<P>, listener: (payload: z.output<P>) => Promise<void>): void;
  /** Tells the relay that something was committed, so that it need not wait for its next look. */
  abstract nudge(): void;
  abstract start(): Promise<void>;
  abstract stop(): Promise<void>;
}
