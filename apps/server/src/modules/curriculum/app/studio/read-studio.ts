import { Injectable } from '@nestjs/common';
import type { LessonDraft, OutputOf, ParsedInputOf, StudioLesson, StudioOverview, studio } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { notFound } from '../../../../kernel/app-error.js';
import { groupedBy } from '../../../../kernel/grouped.js';
import { decodeCursor, pageOf } from '../../../../kernel/page.js';
import { TaughtContent } from '../../../assessment/index.js';
import { CampAccess } from '../../../camps/index.js';
import { findingsOn } from '../../domain/content/lessons.js';
import { LessonStore } from '../../store/lessons/lesson-store.js';
import { StudioStore } from '../../store/lessons/studio-store.js';
import { draftOf, StudioView } from './studio-view.js';

/** The lessons of a camp as its staff see them: in whatever state, with their versions. */
@Injectable()
export class ReadStudio {
  constructor(
    private readonly access: CampAccess,
    private readonly content: TaughtContent,
    private readonly lessons: LessonStore,
    private readonly store: StudioStore,
    private readonly view: StudioView,
  ) {}

  async overview(actor: Actor, { campId }: ParsedInputOf<typeof studio.overview>): Promise<StudioOverview> {
    await this.access.require(actor, campId, 'curriculum.manage');
    const standing = groupedBy(await this.store.states(campId), ({ state }) => state);
    const count = (state: StudioLesson['state']) => standing.get(state)?.length ?? 0;
    const published = groupedBy(await this.lessons.published(campId), ({ skill }) => skill);
    const inMaking = [...(standing.get('draft') ?? []), ...(standing.get('review') ?? [])];
    const making = groupedBy(inMaking, ({ skill }) => skill);
    const skills = groupedBy(await this.content.skills(campId), ({ track }) => track);
    return {
      tracks: (await this.content.tracks(campId)).map((track) => ({
        id: track.id,
        title: track.title,
        skills: (skills.get(track.id) ?? []).map(({ id, title }) => ({
          ...{ id, title },
          published: published.get(id)?.length ?? 0,
          making: making.get(id)?.length ?? 0,
        })),
      })),
      states: {
        draft: count('draft'),
        review: count('review'),
        published: count('published'),
        retired: count('retired'),
      },
    };
  }

  async list(actor: Actor, input: ParsedInputOf<typeof studio.list>): Promise<OutputOf<typeof studio.list>> {
    const { campId, cursor, limit, track, skill, ...filter } = input;
    await this.access.require(actor, campId, 'curriculum.manage');
    const [afterSkill, afterSlug] = cursor === undefined ? [] : decodeCursor(cursor, 2);
    const after = cursor === undefined ? null : { skill: String(afterSkill), slug: String(afterSlug) };
    const skills = await this.skillsOf(campId, track, skill);
    const { rows, total } = await this.store.list(campId, { ...filter, skills }, after, limit + 1);
    const { items, next } = pageOf(rows, limit, (row) => [row.skill, row.slug]);
    return { items: await this.view.summaries(campId, items), next, total };
  }

  async get(actor: Actor, { campId, lessonId }: ParsedInputOf<typeof studio.get>): Promise<StudioLesson> {
    await this.access.require(actor, campId, 'curriculum.manage');
    return this.view.one(campId, lessonId);
  }

  async lint(actor: Actor, input: ParsedInputOf<typeof studio.lint>): Promise<OutputOf<typeof studio.lint>> {
    await this.access.require(actor, input.campId, 'curriculum.manage');
    return { findings: findingsOn(input.lesson, await this.view.known(input.campId)) };
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

  /** @returns undefined for all */
  private async skillsOf(campId: string, track?: string, skill?: string): Promise<readonly string[] | undefined> {
    if (track === undefined) return skill === undefined ? undefined : [skill];
    const skills = (await this.content.skills(campId)).filter((one) => one.track === track).map(({ id }) => id);
    return skill === undefined ? skills : skills.filter((id) => id === skill);
  }
}
