import { Injectable } from '@nestjs/common';
import type { curriculum, LearningPath, ParsedInputOf, StepLesson, StepPage } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CheckSkill, SkillStandings } from '../../../assessment/index.js';
import { CampAccess } from '../../../camps/index.js';
import { nextSteps, pathView } from '../../domain/path/view.js';
import { LessonStore } from '../../store/lessons/lesson-store.js';
import { Curricula, type Curriculum, checkOf, factsOf, knows, type Learner } from './curricula.js';

/** A skill as somebody learns it: its lessons, its check, and where it stands on their path, if it does. */
@Injectable()
export class GetStep {
  constructor(
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly curricula: Curricula,
    private readonly lessons: LessonStore,
    private readonly check: CheckSkill,
    private readonly standings: SkillStandings,
  ) {}

  async run(actor: Actor, { campId, skill: id }: ParsedInputOf<typeof curriculum.step>): Promise<StepPage> {
    const { memberId, camp } = await this.access.require(actor, campId, 'curriculum.learn');
    if (memberId === null) throw new AppError('forbidden');
    const seq = await this.streams.sequence(`user:${personBehind(actor).userId}`);
    const whole = await this.curricula.of(camp);
    const skill = whole.skills.get(id);
    if (skill === undefined) throw notFound('The skill');
    const learner = await this.curricula.learner(memberId);
    const path = learner.path === null ? null : pathView(factsOf(whole, learner, learner.path));
    const standing = learner.standings.get(id);
    const questions = checkOf(whole, id);
    const track = whole.tracks.find((one) => one.id === skill.track);
    const known = knows(learner);
    return {
      skill: { id, title: skill.title },
      description: skill.description,
      track: { id: skill.track, title: track?.title ?? skill.track },
      mastery: standing?.mastery ?? null,
      step: path?.steps.find((step) => step.skill.id === id) ?? null,
      lessons: await this.lessonsOf(campId, whole, learner, id),
      check: await this.check.standing({ campId, memberId, skill: id, track: skill.track, questions }),
      practice: {
        due: standing?.due?.toISOString() ?? null,
        questions: (await this.standings.practisableOf(campId, memberId)).get(id) ?? 0,
      },
      after: skill.requires.flatMap((needed) => {
        const one = whole.skills.get(needed);
        return one === undefined ? [] : [{ id: one.id, title: one.title, known: known(one.id) }];
      }),
      opens: (path?.steps ?? []).filter(({ after }) => after.includes(id)).map((step) => step.skill),
      next: nextAfter(path, id),
      seq,
    };
  }

  private async lessonsOf(
    campId: string,
    { lessons }: Curriculum,
    { read }: Learner,
    skill: string,
  ): Promise<StepLesson[]> {
    const whole = await Promise.all((lessons.get(skill) ?? []).map(({ id }) => this.lessons.lesson(campId, id)));
    return whole.flatMap((lesson) => {
      if (lesson === null) return [];
      const { id, title, kind, minutes, objectives, body } = lesson;
      return [{ id, title, kind, minutes, objectives, body, readAt: read.get(id)?.toISOString() ?? null }];
    });
  }
}

/** The step to go on with when this one is done: what it opens first. */
function nextAfter(path: LearningPath | null, skill: string): StepPage['next'] {
  const others = (path?.steps ?? []).filter((step) => step.skill.id !== skill);
  const opened = others.filter(({ state, after }) => state === 'ready' && after.includes(skill));
  const [next] = [...nextSteps(opened, 1), ...nextSteps(others, 1)];
  return others.find((step) => step.skill.id === next)?.skill ?? null;
}
