import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { curriculum, Goal, MyPath, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, stale } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { CampAccess } from '../../../camps/index.js';
import { mondayOf, weekOf } from '../../domain/path/calendar.js';
import { planned } from '../../domain/path/plan.js';
import type { PlannedStep } from '../../domain/path/steps.js';
import { type PathRow, PathStore } from '../../store/paths/path-store.js';
import { type CampInTime, Curricula, type Curriculum, knows, type Learner, skillContent } from './curricula.js';
import { GetPath } from './get-path.js';
import { TellPath } from './tell-path.js';

type Wanted = Pick<ParsedInputOf<typeof curriculum.plan>, 'goals' | 'minutesPerWeek' | 'version'>;

/** Makes a member's path, and makes it anew when they ask or when they know more. What is begun stays where it is. */
@Injectable()
export class PlanPath {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: CampAccess,
    private readonly curricula: Curricula,
    private readonly store: PathStore,
    private readonly tell: TellPath,
    private readonly getPath: GetPath,
  ) {}

  async run(actor: Actor, { campId, ...wanted }: ParsedInputOf<typeof curriculum.plan>): Promise<MyPath> {
    const { memberId, camp } = await this.access.require(actor, campId, 'curriculum.learn');
    if (memberId === null) throw new AppError('forbidden');
    const whole = await this.curricula.of(camp);
    requireKnown(wanted.goals, whole);
    const done = await this.save(camp, memberId, whole, wanted);
    const now = await this.getPath.run(actor, { campId });
    if (!done) throw stale(now);
    return now;
  }

  async replan(actor: Actor, { campId, version }: ParsedInputOf<typeof curriculum.replan>): Promise<MyPath> {
    const { memberId, camp } = await this.access.require(actor, campId, 'curriculum.learn');
    if (memberId === null) throw new AppError('forbidden');
    const whole = await this.curricula.of(camp);
    const learner = await this.curricula.learner(memberId);
    const done = await this.database.transaction(async (tx) => {
      const path = await this.store.lock(tx, memberId);
      if (path?.version !== version) return false;
      await this.fit(tx, whole, learner, path, { fixed: () => false });
      return true;
    });
    const now = await this.getPath.run(actor, { campId });
    if (!done) throw stale(now);
    return now;
  }

  /** The path of somebody who has none yet: towards a track that they were assessed in. */
  async begin(camp: CampInTime, memberId: string, track: string): Promise<void> {
    const whole = await this.curricula.of(camp);
    if (!whole.tracks.some((one) => one.id === track)) return;
    const { minutesPerWeek } = whole.settings;
    await this.save(camp, memberId, whole, { goals: [{ kind: 'track', id: track }], minutesPerWeek, version: 0 });
  }

  /** Follows what a member knows by now: what they have mastered is done, and what comes after moves up. */
  async renew(camp: CampInTime, memberId: string): Promise<void> {
    const whole = await this.curricula.of(camp);
    const learner = await this.curricula.learner(memberId);
    await this.database.transaction(async (tx) => {
      const path = await this.store.lock(tx, memberId);
      if (path === null) return;
      const now = weekOf(path.startsOn, whole.today);
      // What is late stays late until its learner plans anew, so that nobody's backlog vanishes unseen.
      await this.fit(tx, whole, learner, path, { fixed: ({ week }) => week < now });
    });
  }

  /** @returns false where the path is not of that version any more */
  private async save(camp: CampInTime, memberId: string, whole: Curriculum, wanted: Wanted): Promise<boolean> {
    const { minutesPerWeek, version } = wanted;
    const goals = [...new Map(wanted.goals.map((goal) => [`${goal.kind} ${goal.id}`, goal])).values()];
    const learner = await this.curricula.learner(memberId);
    const first: PathRow = {
      ...{ memberId, campId: camp.id, goals, minutesPerWeek, version: 1 },
      startsOn: mondayOf(whole.today),
      createdAt: this.clock.now(),
    };
    return this.database.transaction(async (tx) => {
      if (version === 0 && !(await this.store.create(tx, first))) return false;
      const path = await this.store.lock(tx, memberId);
      if (path?.version !== Math.max(1, version)) return false;
      if (version > 0) await this.store.change(tx, memberId, { goals, minutesPerWeek });
      await this.fit(tx, whole, learner, { ...path, goals, minutesPerWeek }, { fixed: () => false });
      return true;
    });
  }

  /** Puts the steps in their weeks, and says so where that changes anything. @param fixed whether a planned one stays */
  private async fit(
    tx: Sql,
    whole: Curriculum,
    learner: Learner,
    { goals, minutesPerWeek, startsOn, memberId, campId }: PathRow,
    { fixed }: { fixed: (step: PlannedStep) => boolean },
  ): Promise<void> {
    const now = weekOf(startsOn, whole.today);
    const known = knows(learner);
    const before = await this.store.steps(memberId, tx);
    const steps = planned(
      {
        ...{ goals, minutesPerWeek, startsOn, skills: whole.skills, project: whole.settings.project, known, now },
        minutesOf: skillContent(whole, learner),
      },
      before.map((step) =>
        step.state === 'started' && known(step.skill) ? doneIn(step, now, this.clock.now()) : step,
      ),
      fixed,
    );
    if (isDeepStrictEqual(steps, before)) return;
    await this.store.setSteps(tx, memberId, steps);
    await this.tell.changed(tx, { campId, memberId, version: await this.store.change(tx, memberId, {}) });
  }
}

/** @throws AppError `invalid_input` naming the goal that there is not */
function requireKnown(goals: readonly Goal[], { tracks, skills }: Curriculum): void {
  const fields = goals.flatMap(({ kind, id }, at) => {
    const known = kind === 'track' ? tracks.some((track) => track.id === id) : skills.has(id);
    return known ? [] : [{ field: `goals.${at}.id`, message: `The camp has no ${kind} ${id}` }];
  });
  if (fields.length > 0) throw new AppError('invalid_input', { fields });
}

const doneIn = (step: PlannedStep, now: number, doneAt: Date): PlannedStep => ({
  ...step,
  state: 'done',
  doneAt,
  week: Math.min(step.week, now),
  until: Math.min(step.until, now),
});
