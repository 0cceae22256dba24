import { Injectable } from '@nestjs/common';
import type { LessonDraft, StudioLesson, StudioSummary } from '@tailcamp/contracts';
import { notFound } from '../../../../kernel/app-error.js';
import { TaughtContent } from '../../../assessment/index.js';
import { People } from '../../../identity/index.js';
import { findingsOn, type KnownContent } from '../../domain/content/lessons.js';
import { changedFields } from '../../domain/content/revisions.js';
import { type StandingLesson, StudioStore, type VersionRow } from '../../store/lessons/studio-store.js';

/** Lessons as those who write them see them. */
@Injectable()
export class StudioView {
  constructor(
    private readonly content: TaughtContent,
    private readonly people: People,
    private readonly store: StudioStore,
  ) {}

  async summaries(campId: string, rows: readonly StandingLesson[]): Promise<StudioSummary[]> {
    const titles = new Map((await this.content.skills(campId)).map(({ id, title }) => [id, title]));
    return rows.map((row) => described(row, titles.get(row.skill)));
  }

  /** @throws AppError `not_found` where the camp sees no such lesson */
  async one(campId: string, slug: string): Promise<StudioLesson> {
    const row = await this.store.find(campId, slug);
    if (row === null) throw notFound('The lesson');
    const [summary] = await this.summaries(campId, [row]);
    if (summary === undefined) throw notFound('The lesson');
    const history = await this.store.history(row.id);
    const people = await this.people.find(history.flatMap(({ byUser }) => byUser ?? []));
    const lesson = draftOf(slug, row);
    return {
      ...summary,
      lesson,
      findings: findingsOn(lesson, await this.known(campId)),
      drafted: row.drafted,
      history: history.map((version, at) => ({
        version: version.version,
        state: version.state,
        at: version.at.toISOString(),
        by: version.byUser === null ? null : (people.get(version.byUser)?.name ?? null),
        changed: changedFields(version, history[at + 1] ?? null),
        comment: version.comment,
        drafted: version.drafted?.by ?? null,
      })),
    };
  }

  /** What lessons of the camp may point to. */
  async known(campId: string): Promise<KnownContent> {
    const skills = new Set((await this.content.skills(campId)).map(({ id }) => id));
    return { skills, skillOfItem: await this.content.skillOfItem(campId) };
  }
}

export const draftOf = (
  id: string,
  { skill, title, kind, minutes, objectives, check, body }: Omit<VersionRow, 'lessonId'>,
): LessonDraft => ({ id, skill, title, kind, minutes, objectives, check, body });

const described = (row: StandingLesson, skill = row.skill): StudioSummary => ({
  id: row.slug,
  title: row.title,
  skill: { id: row.skill, title: skill },
  kind: row.kind,
  minutes: row.minutes,
  source: row.campId === null ? 'library' : 'camp',
  state: row.state,
  published: row.published,
  version: row.version,
  at: row.at.toISOString(),
});
