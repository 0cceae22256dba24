import { Injectable } from '@nestjs/common';
import type { UserActor } from '../kernel/actor.js';
import type { StreamName } from '../platform/streams/index.js';

export type StreamKind = 'camp' | 'group' | 'user';
/** Whether an actor may hear the stream of the thing with this id. */
export type StreamPolicy = (actor: UserActor, id: string) => Promise<boolean>;

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

  /** Nobody may hear streams that no module has spoken for. */
  async allows(actor: UserActor, stream: StreamName): Promise<boolean> {
    const [kind = '', id = ''] = stream.split(':');
    const policy = this.#policies.get(kind);
    return policy !== undefined && (await policy(actor, id));
  }
}
