import type { PathStep, Stuck } from '@tailcamp/contracts';
import { daysBetween } from './calendar.js';

/** So many wrong answers one after the other say that somebody does not get on. */
const WRONG_IN_A_ROW = 3;
/** And so many days without anything read, answered or begun. */
const IDLE_DAYS = 7;

/** How somebody works on their path. */
export interface Activity {
  /** The day of the newest thing that they did, or on which they got the path. */
  last: string;
  today: string;
  /** Skill → wrong answers one after the other, up to now. */
  wrong: (skill: string) => number;
}

/** Why somebody seems not to get on, and with what; nothing where all goes as it should. */
export function stuckOn(steps: readonly PathStep[], { last, today, wrong }: Activity): Stuck[] {
  const open = steps.filter(({ state }) => state !== 'done');
  const answers = open.flatMap(({ skill }) => {
    const count = wrong(skill.id);
    return count >= WRONG_IN_A_ROW ? [{ kind: 'wrong' as const, skill, answers: count }] : [];
  });
  const late = open.filter((step) => step.late && step.state !== 'locked');
  const idle = daysBetween(last, today);
  return [
    ...answers.sort((a, b) => b.answers - a.answers),
    ...late.map(({ skill, due }) => ({ kind: 'late' as const, skill, days: daysBetween(due, today) })),
    ...(open.length > 0 && idle >= IDLE_DAYS ? [{ kind: 'idle' as const, days: idle }] : []),
  ];
}
