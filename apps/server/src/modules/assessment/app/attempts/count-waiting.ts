import { Injectable } from '@nestjs/common';
import { AttemptStore } from '../../store/attempts/attempt-store.js';
import { WrittenStore } from '../../store/attempts/written-store.js';

/** What waits for somebody, over all camps: for those who run a server, so without names or numbers of any camp. */
@Injectable()
export class CountWaiting {
  constructor(
    private readonly attempts: AttemptStore,
    private readonly written: WrittenStore,
  ) {}

  openAttempts(): Promise<number> {
    return this.attempts.countOpen();
  }

  ungradedAnswers(): Promise<number> {
    return this.written.waiting(null);
  }
}
