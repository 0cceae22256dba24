import { Injectable } from '@nestjs/common';
import type { Drafted, LessonDraft, LessonState, ParsedInputOf, StudioLesson, studio } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { AppError, notFound, stale } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { Queue } from '../../../../platform/queue/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { findingsOn } from '../../domain/content/lessons.js';
import type { LessonContent } from '../../domain/content/revisions.js';
import { mayBecome } from '../../domain/content/states.js';
import type { Change } from '../../store/lessons/lesson-store.js';
import { type StandingLesson, StudioStore } from '../../store/lessons/studio-store.js';
import { REFRESH_SEARCH } from '../search/jobs.js';
import { draftOf, StudioView } from './studio-view.js';

/** What a lesson is to be next, if it still is as its author saw it. */
type Next = (tx: Sql, now: StandingLesson) => Promise<LessonContent & { state: LessonState; drafted: Drafted | null }>;

/**
 * Writes lessons of a camp: drafts, until somebody of its staff publishes them. One of the library is never touched: the
 * camp gets a copy, which stands in its place from when it is published or retired. Every change is a version.
 */
@Injectable()
export class WriteLessons {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly queue: Queue,
    private readonly access: CampAccess,
    private readonly store: StudioStore,
    private readonly view: StudioView,
  ) {}

  /** @param drafted where its text comes from, if nobody of the staff wrote it */
  async create(
    actor: Actor,
    { campId, lesson }: ParsedInputOf<typeof studio.create>,
    drafted: Drafted | null = null,
  ): Promise<StudioLesson> {
    await this.access.require(actor, campId, 'curriculum.manage');
    await this.checkSkill(campId, lesson.skill);
    const created = await this.database.transaction(async (tx) => {
      // Of the library's lesson of this name, a new one would be a change that nobody meant.
      if ((await this.store.lock(tx, campId, lesson.id)) !== null) return false;
      if (!(await this.store.insert(tx, campId, lesson, { ...this.by(actor), drafted }))) return false;
      await this.tell(tx, campId, `${lesson.id} 1`);
      return true;
    });
    if (!created) {
      const message = `There is a lesson “${lesson.id}” already`;
      throw new AppError('already_exists', { detail: `${message}.`, fields: [{ field: 'lesson.id', message }] });
    }
    return this.view.one(campId, lesson.id);
  }

  async change(actor: Actor, input: ParsedInputOf<typeof studio.change>): Promise<StudioLesson> {
    const { campId, lessonId, lesson } = input;
    await this.access.require(actor, campId, 'curriculum.manage');
    await this.checkSkill(campId, lesson.skill);
    if (lesson.id !== lessonId) {
      const message = `The lesson is called “${lessonId}”, and keeps its name`;
      throw new AppError('invalid_input', { fields: [{ field: 'lesson.id', message }] });
    }
    return this.write(actor, input, async (_, now) => {
      if ((lesson.kind === 'brief') !== (now.kind === 'brief')) {
        const message = 'A lesson cannot become a brief, nor a brief a lesson';
        throw new AppError('invalid_input', { fields: [{ field: 'lesson.kind', message }] });
      }
      return { ...lesson, state: 'draft', drafted: isSameText(lesson, now) ? now.drafted : null };
    });
  }

  async move(actor: Actor, input: ParsedInputOf<typeof studio.move>): Promise<StudioLesson> {
    const { campId, lessonId, state, comment = null } = input;
    await this.access.require(actor, campId, 'curriculum.manage');
    const known = await this.view.known(campId);
    const next: Next = async (_, now) => {
      if (!mayBecome(now.state, state))
        throw new AppError('conflict', { detail: `A lesson that is ${SAID[now.state]} cannot become ${SAID[state]}.` });
      const fields = state === 'published' ? findingsOn(draftOf(lessonId, now), known) : [];
      if (fields.length > 0)
        throw new AppError('invalid_input', {
          detail: 'The lesson cannot be published before what the linter found is mended.',
          fields: fields.map(({ field, message }) => ({ field: `lesson.${field}`, message })),
        });
      return { ...now, state };
    };
    return this.write(actor, input, next, comment);
  }

  async restore(actor: Actor, input: ParsedInputOf<typeof studio.restore>): Promise<StudioLesson> {
    await this.access.require(actor, input.campId, 'curriculum.manage');
    return this.write(actor, input, async (tx, now) => {
      const before = await this.store.version(now.id, input.from, tx);
      if (before === null) throw notFound('This version');
      return { ...before, state: 'draft' };
    });
  }

  /** @throws AppError `stale` with the lesson as it is now */
  private async write(
    actor: Actor,
    { campId, lessonId, version }: { campId: string; lessonId: string; version: number },
    next: Next,
    comment: string | null = null,
  ): Promise<StudioLesson> {
    const written = await this.database.transaction(async (tx) => {
      const now = await this.store.lock(tx, campId, lessonId);
      if (now === null) throw notFound('The lesson');
      if (now.version !== version) return false;
      const content = await next(tx, now);
      const own = now.campId === campId;
      const id = own ? now.id : await this.store.copy(tx, campId, now);
      const change = { ...this.by(actor), comment, drafted: content.drafted };
      await this.store.write(tx, id, { version, published: own ? now.published : null }, content, change);
      await this.tell(tx, campId, `${id} ${version + 1}`);
      return true;
    });
    const now = await this.view.one(campId, lessonId);
    if (!written) throw stale(now);
    return now;
  }

  /** @throws AppError `invalid_input` for a skill that the camp does not see */
  private async checkSkill(campId: string, skill: string): Promise<void> {
    if ((await this.view.known(campId)).skills.has(skill)) return;
    const message = `There is no skill “${skill}”`;
    throw new AppError('invalid_input', { fields: [{ field: 'lesson.skill', message }] });
  }

  /** @param change of which version of what, so that each is followed by a look of its own */
  private async tell(tx: Sql, campId: string, change: string): Promise<void> {
    await this.streams.append(tx, `camp:${campId}`, 'lessons.changed', { campId });
    await this.queue.add(tx, REFRESH_SEARCH, {}, { key: `${campId} ${change}` });
  }

  private by(actor: Actor): Change {
    return { byUser: personBehind(actor).userId, at: this.clock.now() };
  }
}

/** What was drafted of a lesson: who tells it from what, not how long it takes or what closes it. */
const isSameText = (one: LessonDraft, other: LessonContent): boolean =>
  one.title === other.title &&
  one.body === other.body &&
  JSON.stringify(one.objectives) === JSON.stringify(other.objectives);

const SAID: Record<LessonState, string> = {
  draft: 'a draft',
  review: 'under review',
  published: 'published',
  retired: 'retired',
};
