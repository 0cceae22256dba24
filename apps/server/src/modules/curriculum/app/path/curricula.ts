import { Injectable } from '@nestjs/common';
import type { CurriculumSettings, LessonHead } from '@tailcamp/contracts';
import { Clock } from '../../../../kernel/clock.js';
import { groupedBy } from '../../../../kernel/grouped.js';
import type { TaughtSkill, TaughtTrack } from '../../../assessment/index.js';
import { MASTERED, type SkillStanding, SkillStandings, TaughtContent } from '../../../assessment/index.js';
import { dayIn } from '../../domain/path/calendar.js';
import { contentOf, type PlannedStep } from '../../domain/path/steps.js';
import type { PathFacts } from '../../domain/path/view.js';
import { LessonStore } from '../../store/lessons/lesson-store.js';
import { CurriculumSettingsStore } from '../../store/paths/curriculum-settings-store.js';
import { type PathRow, PathStore } from '../../store/paths/path-store.js';

/** What is the same for everybody of a camp. */
export interface Curriculum {
  tracks: readonly TaughtTrack[];
  skills: ReadonlyMap<string, TaughtSkill>;
  /** By skill, in the order they are read. */
  lessons: ReadonlyMap<string, readonly LessonHead[]>;
  settings: CurriculumSettings;
  /** In the zone of the camp. */
  today: string;
}

/** What one member wants to learn, has learnt and knows. */
export interface Learner {
  path: PathRow | null;
  steps: readonly PlannedStep[];
  /** Lesson → when it was read to the end. */
  read: ReadonlyMap<string, Date>;
  standings: ReadonlyMap<string, SkillStanding>;
}

export interface CampInTime {
  id: string;
  timeZone: string;
}

/** Gathers what paths are made of. Nothing here asks for permission: the caller has. */
@Injectable()
export class Curricula {
  constructor(
    private readonly clock: Clock,
    private readonly taught: TaughtContent,
    private readonly standings: SkillStandings,
    private readonly lessons: LessonStore,
    private readonly settings: CurriculumSettingsStore,
    private readonly paths: PathStore,
  ) {}

  async of({ id, timeZone }: CampInTime): Promise<Curriculum> {
    const skills = await this.taught.skills(id);
    const lessons = groupedBy(await this.lessons.published(id), ({ skill }) => skill);
    return {
      tracks: await this.taught.tracks(id),
      skills: new Map(skills.map((skill) => [skill.id, skill])),
      lessons: new Map([...lessons].map(([skill, all]) => [skill, all.sort(lessonsFirst)])),
      settings: (await this.settings.of(id)).settings,
      today: dayIn(timeZone, this.clock.now()),
    };
  }

  async learner(memberId: string): Promise<Learner> {
    const read = (await this.paths.readOf([memberId])).get(memberId) ?? [];
    return {
      path: await this.paths.find(memberId),
      steps: await this.paths.steps(memberId),
      read: new Map(read.map(({ lesson, readAt }) => [lesson, readAt])),
      standings: await this.standings.of(memberId),
    };
  }

  /** The same for many. @param memberIds of this camp */
  async learners(campId: string, memberIds: readonly string[]): Promise<ReadonlyMap<string, Learner>> {
    const paths = new Map((await this.paths.ofCamp(campId)).map((path) => [path.memberId, path]));
    const steps = await this.paths.stepsOf([...paths.keys()]);
    const read = await this.paths.readOf(memberIds);
    const standings = await this.standings.ofCamp(campId);
    return new Map(
      memberIds.map((id) => [
        id,
        {
          path: paths.get(id) ?? null,
          steps: steps.get(id) ?? [],
          read: new Map((read.get(id) ?? []).map(({ lesson, readAt }) => [lesson, readAt])),
          standings: standings.get(id) ?? new Map(),
        },
      ]),
    );
  }
}

/** Explained before it is exercised. */
const lessonsFirst = (a: LessonHead, b: LessonHead): number =>
  Number(a.kind === 'exercise') - Number(b.kind === 'exercise') || (a.id < b.id ? -1 : 1);

export const knows =
  ({ standings }: Learner) =>
  (skill: string): boolean =>
    (standings.get(skill)?.mastery ?? 0) >= MASTERED;

/** The questions that close a skill, in the order of its lessons. */
export const checkOf = (curriculum: Curriculum, skill: string): string[] => [
  ...new Set((curriculum.lessons.get(skill) ?? []).flatMap(({ check }) => check)),
];

export const skillContent =
  (curriculum: Curriculum, { read }: Learner) =>
  (skill: string) =>
    contentOf(curriculum.lessons.get(skill) ?? [], read);

/** Everything that a path is told by. */
export function factsOf(curriculum: Curriculum, learner: Learner, path: PathRow): PathFacts {
  const { tracks, skills, settings, today } = curriculum;
  const { goals, minutesPerWeek, version, startsOn } = path;
  return {
    ...{ goals, minutesPerWeek, version, startsOn, tracks, skills, today },
    steps: learner.steps,
    project: settings.project,
    mastery: (skill) => learner.standings.get(skill)?.mastery ?? null,
    known: knows(learner),
    content: skillContent(curriculum, learner),
  };
}
