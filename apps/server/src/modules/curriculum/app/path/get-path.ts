import { Injectable } from '@nestjs/common';
import type { curriculum, MyPath, ParsedInputOf, Review } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { AppError } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Streams } from '../../../../platform/streams/index.js';
import { SkillStandings } from '../../../assessment/index.js';
import { CampAccess } from '../../../camps/index.js';
import { nextSteps, pathView } from '../../domain/path/view.js';
import { Curricula, type Curriculum, factsOf, knows, type Learner } from './curricula.js';

const WEEK = 7 * 86_400_000;
const MOST_TODAY = 3;

/** What a member learns in which week, and what there is to do today. */
@Injectable()
export class GetPath {
  constructor(
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly curricula: Curricula,
    private readonly standings: SkillStandings,
  ) {}

  async run(actor: Actor, { campId }: ParsedInputOf<typeof curriculum.path>): Promise<MyPath> {
    const { memberId, camp } = await this.access.require(actor, campId, 'curriculum.learn');
    if (memberId === null) throw new AppError('forbidden');
    const seq = await this.streams.sequence(`user:${personBehind(actor).userId}`);
    const whole = await this.curricula.of(camp);
    const learner = await this.curricula.learner(memberId);
    const path = learner.path === null ? null : pathView(factsOf(whole, learner, learner.path));
    const practisable = await this.standings.practisableOf(campId, memberId);
    const reviews = reviewsOf(whole, learner, practisable);
    const now = this.clock.now().getTime();
    const due = reviews.filter((review) => Date.parse(review.due) <= now);
    return {
      path,
      today: {
        day: whole.today,
        next: nextSteps(path?.steps ?? [], MOST_TODAY),
        reviews: due,
        reviewsSoon: reviews.filter((review) => Date.parse(review.due) <= now + WEEK).length - due.length,
      },
      tracks: tracksOf(whole, learner),
      seq,
    };
  }
}

/** What was practised and can be practised again, the one due longest first. */
function reviewsOf({ skills }: Curriculum, { standings }: Learner, practisable: ReadonlyMap<string, number>): Review[] {
  return [...standings]
    .flatMap(([id, { due, mastery }]) => {
      const skill = skills.get(id);
      if (due === null || skill === undefined || !practisable.has(id)) return [];
      return [{ skill: { id, title: skill.title }, due: due.toISOString(), mastery }];
    })
    .sort((a, b) => (a.due < b.due ? -1 : 1));
}

function tracksOf({ tracks, skills }: Curriculum, learner: Learner): MyPath['tracks'] {
  const known = knows(learner);
  return tracks.map(({ id, title, description }) => {
    const own = [...skills.values()].filter(({ track }) => track === id);
    return { id, title, description, skills: own.length, known: own.filter((skill) => known(skill.id)).length };
  });
}
