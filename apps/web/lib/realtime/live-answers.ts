import { type ChangedAnswers, changesBy, type StreamEvent } from '@tailcamp/contracts';
import type { Query, QueryClient } from '@tanstack/react-query';

/** Events come in bursts: what many of them name is read again once. */
const GATHERED_FOR_MS = 250;
/** An answer that is on its way when an event comes may be older than the event; it is never on its way for longer. */
const REMEMBERED = 500;

interface Told {
  event: StreamEvent;
  applied: ChangedAnswers[];
}

/**
 * Keeps the answers of the cache as events make them, by the one table of what an event changes (contracts/changes). An event
 * changes an answer in place or makes it stale, which is read again where it is on a page.
 */
export class LiveAnswers {
  readonly #told = new Map<string, Told[]>();
  readonly #gathered = new Map<string, readonly [string, object]>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly client: QueryClient) {
    client.getQueryCache().subscribe((change) => {
      if (change.type !== 'updated' || change.action.type !== 'success' || change.action.manual) return;
      this.#catchUp(change.query);
    });
  }

  /** Each event once, however many listeners it comes to. */
  hear(event: StreamEvent): void {
    const told = this.#told.get(event.stream) ?? [];
    this.#told.set(event.stream, told);
    if (told.some(({ event: { seq } }) => seq === event.seq)) return;
    const changes = changesBy(event);
    const applied = changes.filter(({ apply }) => apply !== null);
    told.push({ event, applied });
    if (told.length > REMEMBERED) told.shift();
    for (const { read, input, apply } of changes) if (apply === null) this.#outdate(read, input);
    for (const change of applied) {
      for (const query of this.#asked(change)) this.#apply(query, [{ event, applied: [change] }]);
    }
  }

  /** What came meanwhile will never be told: all that is kept is read again. */
  forget(stream: string): void {
    this.#told.delete(stream);
    void this.client.invalidateQueries();
  }

  #asked({ read, input }: ChangedAnswers): Query[] {
    return this.client.getQueryCache().findAll({ queryKey: [read, input] });
  }

  /** Brings an answer that has just come to where its streams are by now. */
  #catchUp(query: Query): void {
    const told = [...this.#told.values()].flat();
    const mine = told.map(({ event, applied }) => ({
      event,
      applied: applied.filter((change) => this.#asked(change).includes(query)),
    }));
    this.#apply(query, mine);
  }

  #apply(query: Query, told: readonly Told[]): void {
    const { data, isInvalidated, dataUpdatedAt } = query.state;
    if (data === undefined) return;
    let answer: unknown = data;
    for (const { event, applied } of told) {
      for (const { read, input, apply } of applied) {
        // A list that was read page by page has no sequence of its own; and some events say too little.
        const after = query.queryKey.length > 2 ? null : apply?.(answer as never, event);
        if (after === null || after === undefined) this.#outdate(read, input);
        else answer = after;
      }
    }
    if (answer === data) return;
    this.client.setQueryData(query.queryKey, answer, { updatedAt: dataUpdatedAt });
    if (isInvalidated) query.invalidate();
  }

  #outdate(read: string, input: object): void {
    this.#gathered.set(JSON.stringify([read, input]), [read, input]);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      for (const queryKey of this.#gathered.values()) void this.client.invalidateQueries({ queryKey });
      this.#gathered.clear();
    }, GATHERED_FOR_MS);
  }
}
