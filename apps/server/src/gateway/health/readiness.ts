import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

/** Whether this process may be sent requests: from the end of its start to the beginning of its stop. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  #state: 'starting' | 'ready' | 'stopping' = 'starting';

  get state(): 'starting' | 'ready' | 'stopping' {
    return this.#state;
  }

  /** Everything runs; called once by the start of the process. */
  started(): void {
    if (this.#state === 'starting') this.#state = 'ready';
  }

  /** A balancer should look elsewhere; what runs may end. */
  stopping(): void {
    this.#state = 'stopping';
  }

  beforeApplicationShutdown(): void {
    this.stopping();
  }
}
