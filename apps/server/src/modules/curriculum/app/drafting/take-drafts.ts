import { Injectable } from '@nestjs/common';
import type { ContentDraft, DraftedQuestion, drafting, ParsedInputOf, StudioLesson } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { ChangeItems } from '../../../assessment/index.js';
import { CampAccess } from '../../../camps/index.js';
import { bodyOf, provenanceOf } from '../../domain/drafting/drafted-text.js';
import { type DraftRow, DraftStore } from '../../store/drafting/draft-store.js';
import { WriteLessons } from '../studio/write-lessons.js';
import { WishDrafts } from './wish-drafts.js';

const BRIEF_MINUTES = 10;

/** What is made of a draft: a draft of the studio, from the parts that somebody chose; or questions of the bank. */
@Injectable()
export class TakeDrafts {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly store: DraftStore,
    private readonly lessons: WriteLessons,
    private readonly items: ChangeItems,
    private readonly drafts: WishDrafts,
  ) {}

  async take(actor: Actor, input: ParsedInputOf<typeof drafting.take>): Promise<StudioLesson> {
    const { campId, draftId, id } = input;
    await this.access.require(actor, campId, 'curriculum.manage');
    const { wish, text, by, sources } = await this.done(campId, draftId);
    if (text === null || by === null || wish.what === 'questions')
      throw new AppError('conflict', { detail: 'There is no text in this draft.' });
    const parts = chosen(text.parts, input.parts, 'parts');
    const lesson = {
      id,
      title: input.title ?? text.title,
      objectives: chosen(text.objectives, input.objectives, 'objectives'),
      body: bodyOf(parts, sources),
      ...(wish.what === 'lesson'
        ? { skill: wish.skill, kind: wish.kind, minutes: wish.minutes, check: text.check }
        : { skill: wish.skills[0] ?? '', kind: 'brief' as const, minutes: BRIEF_MINUTES, check: [] }),
    };
    const made = await this.lessons.create(actor, { campId, lesson }, provenanceOf({ draftId, by, sources }, parts));
    await this.note(campId, draftId, (tx) => this.store.addTaken(tx, draftId, id));
    return made;
  }

  async file(actor: Actor, input: ParsedInputOf<typeof drafting.file>): Promise<ContentDraft> {
    const { campId, draftId } = input;
    await this.access.require(actor, campId, 'curriculum.manage');
    const { questions } = await this.done(campId, draftId);
    const wanted: readonly [number, DraftedQuestion][] = chosen(
      [...(questions ?? []).entries()],
      input.questions,
      'questions',
    );
    for (const [at, { item, filed }] of wanted) {
      if (filed) continue;
      await this.items.create(actor, { campId, item });
      await this.note(campId, draftId, (tx) => this.store.markFiled(tx, draftId, at));
    }
    return this.drafts.get(actor, { campId, draftId });
  }

  /** Notes with a draft what was made of it, and tells the others. */
  private async note(campId: string, draftId: string, write: (tx: Sql) => Promise<void>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await write(tx);
      await this.streams.append(tx, `camp:${campId}`, 'draft.changed', { campId, draftId, state: 'done', step: null });
    });
  }

  private async done(campId: string, draftId: string): Promise<DraftRow> {
    const row = await this.store.find(campId, draftId);
    if (row === null) throw notFound('The draft');
    if (row.state !== 'done') throw new AppError('conflict', { detail: 'The draft is not done.' });
    return row;
  }
}

/** In their own order. @throws AppError `invalid_input` for a place where there is none */
function chosen<T>(all: readonly T[], places: readonly number[], field: string): T[] {
  const beyond = places.find((place) => place >= all.length);
  if (beyond !== undefined)
    throw new AppError('invalid_input', { fields: [{ field, message: `There is no number ${beyond} of these` }] });
  return all.filter((_, at) => places.includes(at));
}
