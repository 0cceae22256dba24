import { Injectable } from '@nestjs/common';
import type { LessonDraft, OutputOf, ParsedInputOf, StudioLesson, studio } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { notFound } from '../../../../kernel/app-error.js';
import { CampAccess } from '../../../camps/index.js';
import { StudioStore } from '../../store/lessons/studio-store.js';
import { draftOf, StudioView } from './studio-view.js';

/** The lessons of a camp as its staff see them: in whatever state, with their versions. */
@Injectable()
export class ReadStudio {
  constructor(
    private readonly access: CampAccess,
    private readonly store: StudioStore,
    private readonly view: StudioView,
  ) {}

  async list(actor: Actor, input: ParsedInputOf<typeof studio.list>): Promise<OutputOf<typeof studio.list>> {
    const { campId, cursor = null, limit, ...filter } = input;
    await this.access.require(actor, campId, 'curriculum.manage');
    const { rows, total } = await this.store.list(campId, filter, cursor, limit + 1);
    const shown = rows.slice(0, limit);
    return {
      items: await this.view.summaries(campId, shown),
      next: rows.length > limit ? (shown.at(-1)?.slug ?? null) : null,
      total,
    };
  }

  async get(actor: Actor, { campId, lessonId }: ParsedInputOf<typeof studio.get>): Promise<StudioLesson> {
    await this.access.require(actor, campId, 'curriculum.manage');
    return this.view.one(campId, lessonId);
  }

  async version(actor: Actor, input: ParsedInputOf<typeof studio.version>): Promise<LessonDraft> {
    const { campId, lessonId, version } = input;
    await this.access.require(actor, campId, 'curriculum.manage');
    const standing = await this.store.find(campId, lessonId);
    if (standing === null) throw notFound('The lesson');
    const row = await this.store.version(standing.id, version);
    if (row === null) throw notFound('This version');
    return draftOf(lessonId, row);
  }
}
