import { changesBy, endpointOf, type StreamEvent, streams } from '@tailcamp/contracts';
import { expect } from 'vitest';
import type { StreamName } from '../platform/streams/index.js';
import type { Onlooker, View } from './histories/history.js';

interface Answer {
  status: number;
  body: unknown;
}
interface Kept extends View {
  answer: Answer;
  stale: boolean;
}

/**
 * The answers that somebody keeps, as the web keeps them: changed by the events of their streams, and read again only
 * where an event has made them stale.
 */
export class KeptAnswers {
  readonly #kept = new Map<string, Kept>();
  readonly #heard = new Map<StreamName, number>();

  constructor(private readonly onlooker: Onlooker) {}

  /**
   * Opens what there is to see and has not been seen yet.
   * @param late so many events of each stream are heard again: an answer may be newer than the sequence it is kept for
   */
  async open(late: number): Promise<void> {
    for (const stream of this.onlooker.hears()) {
      if (!this.#heard.has(stream)) this.#heard.set(stream, Math.max(0, (await this.#sequence(stream)) - late));
    }
    for (const each of this.onlooker.sees()) {
      const key = JSON.stringify(each);
      if (!this.#kept.has(key)) this.#kept.set(key, { ...each, answer: await this.#read(each), stale: false });
    }
  }

  /** The law: what is kept, changed by what is told, is what is read anew. */
  async holdTo(what: string): Promise<void> {
    for (;;) {
      await this.#hear();
      for (const kept of this.#kept.values()) {
        if (kept.stale) Object.assign(kept, { answer: await this.#read(kept), stale: false });
      }
      const fresh = new Map<string, Answer>();
      for (const [key, kept] of this.#kept) fresh.set(key, await this.#read(kept));
      // What came meanwhile is in the fresh ones and not in the kept ones: once more.
      if (await this.#hear()) continue;
      for (const [key, { answer, momentary }] of this.#kept) {
        const now = comparable(fresh.get(key), momentary);
        expect(comparable(answer, momentary), `${key} after: ${what}`).toEqual(now);
      }
      return;
    }
  }

  /** @returns whether anything was told */
  async #hear(): Promise<boolean> {
    let told = false;
    for (const [stream, after] of this.#heard) {
      const { status, body } = await this.onlooker.who.send(streams.read, {
        stream,
        after: String(after),
        limit: '500',
      });
      if (status !== 200) {
        this.#drop(stream);
        told = true;
        continue;
      }
      for (const event of (body as { events: StreamEvent[] }).events) {
        this.#change(event);
        this.#heard.set(stream, event.seq);
        told = true;
      }
    }
    return told;
  }

  /** Who may no longer hear a stream is told so, and reads all anew. */
  #drop(stream: StreamName): void {
    this.#heard.delete(stream);
    for (const kept of this.#kept.values()) kept.stale = true;
  }

  #change(event: StreamEvent): void {
    for (const { read, input, apply } of changesBy(event)) {
      for (const kept of this.#kept.values()) {
        const { input: asked }: { input: Record<string, unknown> } = { input: { ...kept.input } };
        if (kept.read !== read || Object.keys(input).some((field) => asked[field] !== input[field])) continue;
        const body = kept.answer.status === 200 ? apply?.(kept.answer.body as never, event) : null;
        if (body === null || body === undefined) kept.stale = true;
        else kept.answer = { status: 200, body };
      }
    }
  }

  async #sequence(stream: StreamName): Promise<number> {
    return (await this.onlooker.who.call(streams.read, { stream, limit: 1 })).seq;
  }

  #read({ read, input }: View): Promise<Answer> {
    return this.onlooker.who.send(endpointOf(read), input);
  }
}

/** What a reducer notes beside an answer for itself; no server says it. */
const NOTED: ReadonlySet<string> = new Set(['counted']);

/** Without the sequences and the time that it is true for, and without such notes; of a refusal nothing but that. */
function comparable(answer: Answer | undefined, momentary: readonly string[]): unknown {
  if (answer?.status !== 200) return answer?.status;
  const said: object = JSON.parse(JSON.stringify(answer.body, (key, value) => (NOTED.has(key) ? undefined : value)));
  const left = new Set(['seq', 'streams', 'now', ...momentary]);
  return Object.fromEntries(Object.entries(said).filter(([field]) => !left.has(field)));
}
