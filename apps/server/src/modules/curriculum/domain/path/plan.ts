import type { Goal } from '@tailcamp/contracts';
import { neededFor } from '../planning/needed.js';
import { ordered } from '../planning/order.js';
import { fitToWeeks } from '../planning/weeks.js';
import { sundayOfWeek } from './calendar.js';
import type { PlannedStep } from './steps.js';

/** A skill as a plan sees it. */
export interface SkillInGraph {
  id: string;
  track: string;
  level: number;
  title: string;
  requires: readonly string[];
}

export interface PlanRequest {
  goals: readonly Goal[];
  skills: ReadonlyMap<string, SkillInGraph>;
  known: (skill: string) => boolean;
  /** For all of a skill, and what is left of it. */
  minutesOf: (skill: string) => { minutes: number; minutesLeft: number };
  /** Skills that the camp's projects need. */
  project: readonly string[];
  minutesPerWeek: number;
  /** The Monday of the first week. */
  startsOn: string;
  /** The week it is now, from 0 the one the path began with; nothing new is planned before it. */
  now: number;
}

/** How much a skill is wanted early: what the project waits for comes before what somebody set as a goal of its own. */
const USE = { project: 4, goal: 1 };

/**
 * Plans a path, or plans it anew. What is started or done stays where it is, as does what `fixed` names; the rest goes into
 * the weeks from now on, after the time of what stays. What is known and was never begun drops out.
 * @param before the steps of the path so far
 * @param fixed whether a step that is only planned stays where it is
 */
export function planned(
  request: PlanRequest,
  before: readonly PlannedStep[],
  fixed: (step: PlannedStep) => boolean,
): PlannedStep[] {
  const { skills, known, minutesOf, minutesPerWeek, now } = request;
  const begun = before.filter(({ state }) => state !== 'planned');
  const done = new Set(begun.flatMap(({ skill, state }) => (state === 'done' ? skill : [])));
  const requires = (skill: string) => (skills.get(skill)?.requires ?? []).filter((needed) => skills.has(needed));
  const needed = neededFor(goalSkills(request), new Set([...skills.keys()].filter(known).concat(...done)), requires);
  const kept = [
    ...begun,
    ...before.filter((step) => step.state === 'planned' && needed.has(step.skill) && fixed(step)),
  ];
  const stays = new Set(kept.map(({ skill }) => skill));
  const order = ordered(needed, requires, { minutesOf: (skill) => minutesOf(skill).minutes, useful: usesOf(request) });
  const dated = fitToWeeks(
    order
      .filter((skill) => !stays.has(skill))
      .map((skill) => ({ skill, minutes: minutesOf(skill).minutes, requires: requires(skill) })),
    [...Array<number>(now).fill(0), minutesPerWeek],
    kept.map((step) => ({ ...step, minutes: timeTaken(step, request) })),
  );
  const old = new Map(kept.map((step) => [step.skill, step]));
  const extended = new Map(before.map((step) => [step.skill, step.extendedTo]));
  return dated.map(
    ({ skill, week, until, minutes }) =>
      old.get(skill) ?? {
        skill,
        week,
        until,
        minutes,
        state: 'planned',
        startedAt: null,
        doneAt: null,
        extendedTo: stillLater(extended.get(skill) ?? null, sundayOfWeek(request.startsOn, until)),
      },
  );
}

/** A day that somebody was given, unless the plan gives as much by itself. */
const stillLater = (extendedTo: string | null, due: string): string | null =>
  extendedTo !== null && extendedTo > due ? extendedTo : null;

/** What a step that stays takes of the time from now on. */
function timeTaken({ skill, week, minutes, state }: PlannedStep, { minutesOf, now }: PlanRequest): number {
  if (state === 'done') return week < now ? 0 : minutes;
  return state === 'started' ? minutesOf(skill).minutesLeft : minutes;
}

/** The goals as skills; those of a track from its first steps on. */
function goalSkills({ goals, skills }: PlanRequest): string[] {
  return goals.flatMap(({ kind, id }) => {
    if (kind === 'skill') return skills.has(id) ? [id] : [];
    return [...skills.values()]
      .filter(({ track }) => track === id)
      .sort((a, b) => a.level - b.level || a.title.localeCompare(b.title, 'en'))
      .map(({ id: skill }) => skill);
  });
}

function usesOf({ goals, project }: PlanRequest): ReadonlyMap<string, number> {
  const wished = goals.flatMap(({ kind, id }) => (kind === 'skill' ? ([[id, USE.goal]] as const) : []));
  return new Map([...wished, ...project.map((skill) => [skill, USE.project] as const)]);
}
