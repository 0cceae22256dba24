import type { EventData, EventKind, StreamEvent } from '@tailcamp/contracts';

/** An event of a stream, its data by its kind. */
export type Heard = {
  [K in EventKind]: Omit<StreamEvent, 'kind' | 'data'> & { kind: K; data: EventData<K> };
}[EventKind];
