import type { StreamEvent } from '@tailcamp/contracts';

export type Reception = 'next' | 'duplicate' | 'gap';

/** Where one listener stands in one stream. Lets every event through once and in order, and notices what is missing. */
export class StreamCursor {
  /** The sequence of the last event that was let through. */
  constructor(public seq: number) {}

  /** `next`: hand it on. `duplicate`: it was handed on before. `gap`: something before it is missing, ask again. */
  receive(event: Pick<StreamEvent, 'seq'>): Reception {
    if (event.seq <= this.seq) return 'duplicate';
    if (event.seq > this.seq + 1) return 'gap';
    this.seq = event.seq;
    return 'next';
  }
}
