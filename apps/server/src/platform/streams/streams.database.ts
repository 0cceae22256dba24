import { EVENTS, type EventData, type EventKind, type StreamEvent, StreamName } from '@tailcamp/contracts';
import { and, asc, eq, getTableColumns, gt, inArray, min, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Sql } from '../database/index.js';
import type { Events } from '../events/index.js';
import { type Outbox, topic } from '../outbox/index.js';
import { Streams } from './index.js';
import { streamEvents, streamHeads } from './tables.js';

const Growth = z.object({ stream: z.string(), seq: z.number().int() });
const GREW = topic('stream.grew', Growth);
const CHANNEL = 'streams';
const { about: _about, ...columns } = getTableColumns(streamEvents);
/** Growth is told again from this long before a break between processes, ms: a message may have been on its way. */
const MARGIN = 5_000;

/**
 * Streams on PostgreSQL, embedded or real. The head's row lock is held until the commit, so the writers of one stream
 * stand in line: sequences have no gap and are seen in order.
 */
export class DatabaseStreams extends Streams {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly events: Events,
  ) {
    super();
    outbox.on(GREW, (growth) => events.publish(CHANNEL, growth));
  }

  /** @throws ZodError when the stream's name or the event's data is not what the contract says */
  async append<K extends EventKind>(
    tx: Sql,
    stream: StreamName,
    kind: K,
    data: EventData<K>,
    about?: string,
  ): Promise<number> {
    StreamName.parse(stream);
    const event = EVENTS[kind].parse(data);
    const [head] = await tx
      .insert(streamHeads)
      .values({ stream, seq: 1 })
      .onConflictDoUpdate({
        target: streamHeads.stream,
        set: { seq: sql`${streamHeads.seq} + 1`, grownAt: sql`clock_timestamp()` },
      })
      .returning({ seq: streamHeads.seq });
    if (!head) throw new Error(`The head of ${stream} was not written`);
    await tx
      .insert(streamEvents)
      .values({ stream, seq: head.seq, kind, data: event, about, at: sql`clock_timestamp()` });
    await this.outbox.put(tx, GREW, { stream, seq: head.seq });
    return head.seq;
  }

  async redact(tx: Sql, about: readonly string[], key: string, blank: Record<string, unknown>): Promise<void> {
    if (about.length === 0) return;
    const carried = sql`${streamEvents.data} -> ${key}::text`;
    await tx
      .update(streamEvents)
      .set({
        data: sql`jsonb_set(${streamEvents.data}, ARRAY[${key}::text], (${carried}) || ${JSON.stringify(blank)}::jsonb)`,
      })
      .where(and(inArray(streamEvents.about, [...about]), sql`jsonb_typeof(${carried}) = 'object'`));
  }

  async read(stream: StreamName, after: number, limit: number): Promise<StreamEvent[]> {
    const rows = await this.database.sql
      .select(columns)
      .from(streamEvents)
      .where(and(eq(streamEvents.stream, stream), gt(streamEvents.seq, after)))
      .orderBy(asc(streamEvents.seq))
      .limit(limit);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  async sequence(stream: StreamName): Promise<number> {
    const [head] = await this.database.sql
      .select({ seq: streamHeads.seq })
      .from(streamHeads)
      .where(eq(streamHeads.stream, stream));
    return head?.seq ?? 0;
  }

  async extent(stream: StreamName): Promise<{ before: number; seq: number }> {
    const [oldest] = await this.database.sql
      .select({ seq: min(streamEvents.seq) })
      .from(streamEvents)
      .where(eq(streamEvents.stream, stream));
    const seq = await this.sequence(stream);
    return { before: oldest?.seq == null ? seq : Number(oldest.seq) - 1, seq };
  }

  async onGrowth(listener: (stream: StreamName, seq: number) => void): Promise<() => Promise<void>> {
    const tell = (growth: z.infer<typeof Growth>) => listener(growth.stream as StreamName, growth.seq);
    const forget = this.events.onGap((ms) => this.grownWithin(ms + MARGIN).then((heads) => heads.forEach(tell)));
    const unsubscribe = await this.events.subscribe(CHANNEL, (message) => {
      const growth = Growth.safeParse(message);
      if (growth.success) tell(growth.data);
    });
    return async () => {
      forget();
      await unsubscribe();
    };
  }

  private grownWithin(ms: number): Promise<z.infer<typeof Growth>[]> {
    return this.database.sql
      .select({ stream: streamHeads.stream, seq: streamHeads.seq })
      .from(streamHeads)
      .where(sql`${streamHeads.grownAt} > now() - ${ms} * interval '1 millisecond'`);
  }
}
