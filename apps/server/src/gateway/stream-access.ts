import { Injectable } from '@nestjs/common';
import { FOR_STAFF, type StreamEvent, type Withheld } from '@tailcamp/contracts';
import type { UserActor } from '../kernel/actor.js';
import type { StreamName } from '../platform/streams/index.js';

export type StreamKind = 'camp' | 'group' | 'user';
/** As whom somebody hears a stream: from members of a camp, what is for its staff is withheld. */
export type Hearing = 'staff' | 'member';
/** As whom an actor may hear the stream of the thing with this id; null: not at all. */
export type StreamPolicy = (actor: UserActor, id: string) => Promise<Hearing | null>;

/**
 * Who may hear which stream. Each module says it for its own streams, in `onModuleInit`:
 * `streamAccess.register('camp', (actor, campId) => …)`.
 */
@Injectable()
export class StreamAccess {
  readonly #policies = new Map<string, StreamPolicy>();

  /** @throws when the kind has a policy already: two would be two truths */
  register(kind: StreamKind, policy: StreamPolicy): void {
    if (this.#policies.has(kind)) throw new Error(`The streams ${kind}: have a policy already`);
    this.#policies.set(kind, policy);
  }

  /** Null for streams that no module has spoken for. */
  async hearing(actor: UserActor, stream: StreamName): Promise<Hearing | null> {
    const [kind = '', id = ''] = stream.split(':');
    return (await this.#policies.get(kind)?.(actor, id)) ?? null;
  }
}

/** The event as it is told to one who hears the stream so. Its place in the sequence is told to everybody. */
export function asHeard(event: StreamEvent, hearing: Hearing): StreamEvent | Withheld {
  const { stream, seq, kind } = event;
  const withheld = hearing !== 'staff' && stream.startsWith('camp:') && FOR_STAFF.has(kind);
  return withheld ? { stream, seq } : event;
}
