import type { Goal, LearningPath, PathStep, StepReason, StepState } from '@tailcamp/contracts';
import { neededFor } from '../planning/needed.js';
import { mondayOfWeek, sundayOfWeek } from './calendar.js';
import type { PlannedStep, SkillContent } from './steps.js';

interface Titled {
  id: string;
  title: string;
}
export interface SkillOfCamp extends Titled {
  track: string;
  domain: string;
  level: number;
  requires: readonly string[];
}
export interface TrackOfCamp extends Titled {
  domains: readonly { id: string; title: string }[];
}

/** Everything that a path is told by. */
export interface PathFacts {
  goals: readonly Goal[];
  minutesPerWeek: number;
  version: number;
  startsOn: string;
  steps: readonly PlannedStep[];
  tracks: readonly TrackOfCamp[];
  skills: ReadonlyMap<string, SkillOfCamp>;
  project: readonly string[];
  /** Null: nothing is known of it. */
  mastery: (skill: string) => number | null;
  known: (skill: string) => boolean;
  content: (skill: string) => SkillContent;
  today: string;
}

/** A path as its learner sees it. Steps whose skills are gone from the camp are left out. */
export function pathView(facts: PathFacts): LearningPath {
  const { goals, minutesPerWeek, version } = facts;
  const steps = facts.steps.flatMap((step) => stepView(step, facts) ?? []);
  const open = steps.filter(({ state }) => state !== 'done');
  return {
    goals: goals.map((goal) => ({ ...goal, title: titleOf(goal, facts) })),
    minutesPerWeek,
    version,
    steps,
    weeks: weeksOf(steps),
    known: knownBefore(facts),
    done: steps.length - open.length,
    late: open.filter(({ late }) => late).length,
    minutesLeft: open.reduce((sum, { skill }) => sum + facts.content(skill.id).minutesLeft, 0),
    endsOn: lastDay(open),
  };
}

function stepView(step: PlannedStep, facts: PathFacts): PathStep | null {
  const skill = facts.skills.get(step.skill);
  if (skill === undefined) return null;
  const onPath = new Map(facts.steps.map((one) => [one.skill, one]));
  const track = facts.tracks.find((one) => one.id === skill.track);
  const domain = track?.domains.find(({ id }) => id === skill.domain);
  const after = skill.requires.filter((needed) => onPath.has(needed));
  const due = step.extendedTo ?? sundayOfWeek(facts.startsOn, step.until);
  const { lessons, read, minutes } = facts.content(step.skill);
  return {
    skill: named(skill),
    track: track === undefined ? { id: skill.track, title: skill.track } : named(track),
    domain: domain ?? { id: skill.domain, title: skill.domain },
    level: skill.level,
    state: stateOf(step, after, onPath, facts),
    mastery: facts.mastery(step.skill),
    reasons: reasonsFor(skill, facts),
    useful: facts.project.includes(step.skill),
    after,
    lessons,
    read,
    minutes,
    week: mondayOfWeek(facts.startsOn, step.week),
    due,
    extended: step.extendedTo !== null,
    late: step.state !== 'done' && due < facts.today,
  };
}

function stateOf(
  { state }: PlannedStep,
  after: readonly string[],
  onPath: ReadonlyMap<string, PlannedStep>,
  { known }: PathFacts,
): StepState {
  if (state !== 'planned') return state;
  const open = after.some((needed) => onPath.get(needed)?.state !== 'done' && !known(needed));
  return open ? 'locked' : 'ready';
}

function reasonsFor({ id: skill, track }: SkillOfCamp, { goals, steps, tracks, skills }: PathFacts): StepReason[] {
  const reasons: StepReason[] = [];
  if (goals.some(({ kind, id }) => kind === 'skill' && id === skill)) reasons.push({ kind: 'goal' });
  const goal = goals.some(({ kind, id }) => kind === 'track' && id === track);
  const own = tracks.find((one) => one.id === track);
  if (goal && own !== undefined) reasons.push({ kind: 'track', track: named(own) });
  const by = steps.flatMap((step) => {
    const resting = skills.get(step.skill);
    return resting?.requires.includes(skill) ? [named(resting)] : [];
  });
  if (by.length > 0) reasons.push({ kind: 'needed', by });
  return reasons;
}

/** What the goals rest on, and is no step because it was known. */
function knownBefore({ goals, skills, steps, known }: PathFacts): number {
  const wanted = goals.flatMap(({ kind, id }) =>
    kind === 'skill' ? [id] : [...skills.values()].flatMap((skill) => (skill.track === id ? skill.id : [])),
  );
  const all = neededFor(
    wanted.filter((skill) => skills.has(skill)),
    new Set(),
    (skill) => (skills.get(skill)?.requires ?? []).filter((needed) => skills.has(needed)),
  );
  const onPath = new Set(steps.map(({ skill }) => skill));
  return [...all].filter((skill) => !onPath.has(skill) && known(skill)).length;
}

function weeksOf(steps: readonly PathStep[]): LearningPath['weeks'] {
  const weeks = new Map<string, LearningPath['weeks'][number]>();
  for (const { week: startsOn, minutes, skill } of steps) {
    const week = weeks.get(startsOn) ?? { startsOn, minutes: 0, steps: [] };
    weeks.set(startsOn, { startsOn, minutes: week.minutes + minutes, steps: [...week.steps, skill.id] });
  }
  return [...weeks.values()].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
}

const lastDay = (open: readonly PathStep[]): string | null =>
  open.reduce<string | null>((last, { due }) => (last === null || due > last ? due : last), null);

function titleOf({ kind, id }: Goal, { tracks, skills }: PathFacts): string {
  return (kind === 'track' ? tracks.find((track) => track.id === id) : skills.get(id))?.title ?? id;
}

const named = ({ id, title }: Titled) => ({ id, title });

/** The steps to go on with: those that are started, then those that may be, in the order of the path. */
export function nextSteps(steps: readonly PathStep[], most: number): string[] {
  const started = steps.filter(({ state }) => state === 'started');
  const ready = steps.filter(({ state }) => state === 'ready');
  return [...started, ...ready].slice(0, most).map(({ skill }) => skill.id);
}
