import { Injectable } from '@nestjs/common';
import type { ContentDraft, drafting, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { newId } from '../../../../kernel/id.js';
import { Database } from '../../../../platform/database/index.js';
import { Queue } from '../../../../platform/queue/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { People } from '../../../identity/index.js';
import { type DraftRow, DraftStore } from '../../store/drafting/draft-store.js';
import { FindSources } from './find-sources.js';
import { PERFORM_DRAFT } from './jobs.js';

const LISTED = 30;

/** Wishes for drafts: begun, looked at, given up. What is done with one that is ready: `TakeDrafts`. */
@Injectable()
export class WishDrafts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: Queue,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly people: People,
    private readonly sources: FindSources,
    private readonly store: DraftStore,
  ) {}

  async start(actor: Actor, { campId, clientId, wish }: ParsedInputOf<typeof drafting.start>): Promise<ContentDraft> {
    await this.access.require(actor, campId, 'curriculum.manage');
    await this.sources.skillsOf(campId, wish);
    const { userId } = personBehind(actor);
    const id = newId();
    await this.database.transaction(async (tx) => {
      if (!(await this.store.insert(tx, { id, campId, userId, clientId, wish, at: this.clock.now() }))) return;
      await this.queue.add(tx, PERFORM_DRAFT, { campId, draftId: id }, { key: id });
    });
    const row = await this.store.ofClient(userId, clientId);
    if (row === null || row.campId !== campId) throw notFound('The draft');
    return this.one(row);
  }

  async list(actor: Actor, { campId }: ParsedInputOf<typeof drafting.list>): Promise<OutputOf<typeof drafting.list>> {
    await this.access.require(actor, campId, 'curriculum.manage');
    return { drafts: await this.views(await this.store.list(campId, LISTED)) };
  }

  async get(actor: Actor, { campId, draftId }: ParsedInputOf<typeof drafting.get>): Promise<ContentDraft> {
    await this.access.require(actor, campId, 'curriculum.manage');
    return this.one(await this.row(campId, draftId));
  }

  async cancel(actor: Actor, { campId, draftId }: ParsedInputOf<typeof drafting.cancel>): Promise<ContentDraft> {
    await this.access.require(actor, campId, 'curriculum.manage');
    await this.row(campId, draftId);
    await this.database.transaction(async (tx) => {
      if (!(await this.store.end(tx, draftId, 'cancelled'))) return;
      const event = { campId, draftId, state: 'cancelled' as const, step: null };
      await this.streams.append(tx, `camp:${campId}`, 'draft.changed', event);
    });
    const now = await this.row(campId, draftId);
    if (now.state !== 'cancelled') throw new AppError('conflict', { detail: 'The draft is over already.' });
    return this.one(now);
  }

  /** @throws AppError `not_found` */
  private async row(campId: string, draftId: string): Promise<DraftRow> {
    const row = await this.store.find(campId, draftId);
    if (row === null) throw notFound('The draft');
    return row;
  }

  private async one(row: DraftRow): Promise<ContentDraft> {
    const [view] = await this.views([row]);
    if (view === undefined) throw notFound('The draft');
    return view;
  }

  private async views(rows: readonly DraftRow[]): Promise<ContentDraft[]> {
    const people = await this.people.find(rows.map(({ userId }) => userId));
    return rows.map(({ id, wish, state, step, by, sources, text, questions, taken, userId, at }) => ({
      ...{ id, wish, state, step, by, sources, text, questions, taken },
      wishedBy: people.get(userId)?.name ?? null,
      at: at.toISOString(),
    }));
  }
}
