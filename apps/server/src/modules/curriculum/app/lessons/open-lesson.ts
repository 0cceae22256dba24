import { Injectable } from '@nestjs/common';
import type { content, OpenLesson as Opened, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { notFound } from '../../../../kernel/app-error.js';
import { may } from '../../../../kernel/permissions.js';
import { TaughtContent } from '../../../assessment/index.js';
import { CampAccess } from '../../../camps/index.js';
import { LessonStore } from '../../store/lessons/lesson-store.js';
import { PathStore } from '../../store/paths/path-store.js';

/** A lesson that somebody has found, whether or not it is on their path. */
@Injectable()
export class OpenLesson {
  constructor(
    private readonly access: CampAccess,
    private readonly content: TaughtContent,
    private readonly lessons: LessonStore,
    private readonly paths: PathStore,
  ) {}

  async run(actor: Actor, { campId, lesson: slug }: ParsedInputOf<typeof content.lesson>): Promise<Opened> {
    const standing = await this.access.require(actor, campId, 'camp.see');
    const lesson = await this.lessons.lesson(campId, slug);
    if (lesson === null) throw notFound('The lesson');
    const { id, title, kind, minutes, objectives, body, source, skill } = lesson;
    const topic = (await this.content.skills(campId)).find((one) => one.id === skill);
    const learner = may(actor, 'curriculum.learn', standing) ? standing.memberId : null;
    const read = learner === null ? [] : ((await this.paths.readOf([learner])).get(learner) ?? []);
    return {
      id,
      title,
      kind,
      minutes,
      objectives,
      body,
      source,
      readAt: read.find((one) => one.lesson === slug)?.readAt.toISOString() ?? null,
      skill: { id: skill, title: topic?.title ?? skill },
      mine: learner !== null,
      others: (await this.lessons.published(campId, [skill])).flatMap((other) =>
        other.id === id ? [] : [{ id: other.id, title: other.title }],
      ),
    };
  }
}
