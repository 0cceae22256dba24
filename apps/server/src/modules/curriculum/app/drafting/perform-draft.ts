import { Injectable } from '@nestjs/common';
import type { DraftState, DraftStep } from '@tailcamp/contracts';
import { Database, type Sql } from '../../../../platform/database/index.js';
import type { JobRun } from '../../../../platform/queue/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { Log } from '../../../../platform/telemetry/index.js';
import { type DraftRow, DraftStore } from '../../store/drafting/draft-store.js';
import { ComposeDraft } from './compose-draft.js';
import { FindSources } from './find-sources.js';
import { PERFORM_DRAFT } from './jobs.js';

/** How often it is looked whether somebody has given the draft up. */
const LOOK_MS = 400;

/** Somebody gave it up, or another run has brought it to its end. */
class Superseded extends Error {}

/** Does one draft, and tells how far it is. What is half done is never seen: it is there whole, or not at all. */
@Injectable()
export class PerformDraft {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly store: DraftStore,
    private readonly sources: FindSources,
    private readonly compose: ComposeDraft,
    private readonly log: Log,
  ) {}

  async run(
    { campId, draftId }: { campId: string; draftId: string },
    { signal, attempt }: Pick<JobRun, 'signal' | 'attempt'>,
  ): Promise<void> {
    try {
      await this.perform(campId, draftId, signal);
    } catch (error) {
      if (error instanceof Superseded) return;
      // A process that stops leaves it to another one.
      if (signal.aborted || attempt < PERFORM_DRAFT.attempts) throw error;
      this.log.error({ err: error, draftId }, 'a draft failed');
      await this.database.transaction(async (tx) => {
        if (await this.store.end(tx, draftId, 'failed')) await this.tell(tx, campId, draftId, 'failed', null);
      });
    }
  }

  private async perform(campId: string, draftId: string, stop: AbortSignal): Promise<void> {
    const draft = await this.step(campId, draftId, 'reading');
    const superseded = new AbortController();
    const look = setInterval(() => {
      this.store.isGoing(draftId).then(
        (isGoing) => isGoing || superseded.abort(new Superseded()),
        () => {},
      );
    }, LOOK_MS);
    try {
      const grounds = await this.sources.run(campId, draft.wish);
      await this.step(campId, draftId, 'writing');
      const signal = AbortSignal.any([stop, superseded.signal]);
      const result = await this.compose.run(draft, grounds, signal);
      signal.throwIfAborted();
      await this.step(campId, draftId, 'checking');
      await this.database.transaction(async (tx) => {
        if (await this.store.finish(tx, draftId, result)) await this.tell(tx, campId, draftId, 'done', null);
      });
    } catch (error) {
      throw superseded.signal.aborted ? new Superseded() : error;
    } finally {
      clearInterval(look);
    }
  }

  private step(campId: string, draftId: string, step: DraftStep): Promise<DraftRow> {
    return this.database.transaction(async (tx) => {
      const row = await this.store.step(tx, draftId, step);
      if (row === null) throw new Superseded();
      await this.tell(tx, campId, draftId, 'working', step);
      return row;
    });
  }

  private async tell(tx: Sql, campId: string, draftId: string, state: DraftState, step: DraftStep | null) {
    await this.streams.append(tx, `camp:${campId}`, 'draft.changed', { campId, draftId, state, step });
  }
}
