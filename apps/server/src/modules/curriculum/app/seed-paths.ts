import { Injectable } from '@nestjs/common';
import type { CurriculumSettings } from '@tailcamp/contracts';
import { SYSTEM } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { Random } from '../../../kernel/random.js';
import { Database } from '../../../platform/database/index.js';
import { CampAccess } from '../../camps/index.js';
import { addDays, mondayOf } from '../domain/path/calendar.js';
import { planned } from '../domain/path/plan.js';
import type { PlannedStep } from '../domain/path/steps.js';
import { CurriculumSettingsStore } from '../store/paths/curriculum-settings-store.js';
import { type PathRow, PathStore } from '../store/paths/path-store.js';
import { Curricula, type Curriculum, knows, type Learner, skillContent } from './path/curricula.js';

/** A camp that learns already. */
export interface SeededPaths {
  campId: string;
  settings: CurriculumSettings;
  /** Who has a path, and towards which track. */
  learners: readonly string[];
  track: string;
  /** How long ago the paths began. */
  weeks: number;
}

const DAY = 86_400_000;
/** Of the steps that are behind by the calendar, how many were done; one in so many students hardly began. */
const [KEPT_UP, SLOW_ONE_IN] = [0.86, 9];

/** Gives students of a camp the paths that the planner makes, and walks them as a class does. One with settings stays as it is. */
@Injectable()
export class SeedPaths {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: CampAccess,
    private readonly curricula: Curricula,
    private readonly settings: CurriculumSettingsStore,
    private readonly paths: PathStore,
  ) {}

  async run({ campId, settings, learners, track, weeks }: SeededPaths): Promise<void> {
    if ((await this.settings.of(campId)).version > 0) return;
    const { camp } = await this.access.standing(SYSTEM, campId);
    const whole = { ...(await this.curricula.of(camp)), settings };
    const all = await this.curricula.learners(campId, learners);
    await this.database.transaction(async (tx) => {
      if (!(await this.settings.save(tx, campId, settings, 0))) return;
      for (const [at, memberId] of learners.entries()) {
        const learner = all.get(memberId);
        if (learner === undefined) continue;
        const path: PathRow = {
          ...{ memberId, campId, goals: [{ kind: 'track', id: track }], minutesPerWeek: settings.minutesPerWeek },
          startsOn: addDays(mondayOf(whole.today), -7 * weeks),
          createdAt: new Date(this.clock.now().getTime() - weeks * 7 * DAY),
          version: 1,
        };
        if (!(await this.paths.create(tx, path))) continue;
        const { steps, read } = walked(planOf(path, whole, learner), {
          whole,
          weeks,
          path,
          random: new Random(at + 1),
        });
        await this.paths.setSteps(tx, memberId, steps);
        await this.paths.addRead(
          tx,
          [...read].map(([lesson, readAt]) => ({ campId, memberId, lesson, readAt })),
        );
      }
    });
  }
}

const planOf = ({ goals, minutesPerWeek, startsOn }: PathRow, whole: Curriculum, learner: Learner): PlannedStep[] =>
  planned(
    {
      ...{ goals, minutesPerWeek, startsOn, skills: whole.skills, project: whole.settings.project, now: 0 },
      known: knows(learner),
      minutesOf: skillContent(whole, learner),
    },
    [],
    () => false,
  );

/** What a student has done of a plan by now, in its order, with the lessons that they have read. */
function walked(
  plan: readonly PlannedStep[],
  { whole, weeks, path, random }: { whole: Curriculum; weeks: number; path: PathRow; random: Random },
): { steps: PlannedStep[]; read: Map<string, Date> } {
  const read = new Map<string, Date>();
  const slow = random.chance(1 / SLOW_ONE_IN);
  let behind = false;
  const steps = plan.map((step): PlannedStep => {
    if (step.until >= weeks || behind) return step;
    const at = new Date(path.createdAt.getTime() + (step.until * 7 + random.between(1, 6)) * DAY);
    const lessons = whole.lessons.get(step.skill) ?? [];
    behind = slow || !random.chance(KEPT_UP);
    for (const { id } of behind ? lessons.slice(0, 1) : lessons) read.set(id, at);
    return behind
      ? { ...step, state: 'started', startedAt: at }
      : { ...step, state: 'done', startedAt: at, doneAt: new Date(at.getTime() + DAY / 2) };
  });
  return { steps, read };
}
