/** `planned` may be moved by another plan; what is started or done stays where it is. */
export type PlannedState = 'planned' | 'started' | 'done';

/** A step as a plan holds it. */
export interface PlannedStep {
  skill: string;
  /** From 0, the week that the path began with. */
  week: number;
  /** The week at the end of which it is due. */
  until: number;
  /** For all of it. */
  minutes: number;
  state: PlannedState;
  startedAt: Date | null;
  doneAt: Date | null;
  /** The last day that an instructor has given it; null: as planned. */
  extendedTo: string | null;
}

/** What has been learnt of a skill's lessons. */
export interface SkillContent {
  minutes: number;
  /** Of these, not read yet. */
  minutesLeft: number;
  lessons: number;
  read: number;
}

/** A question takes about so long, with reading why it is so. */
const MINUTES_A_QUESTION = 2;
/** For a skill without lessons: to learn it elsewhere takes longer, and nobody knows how long. */
const MINUTES_WITHOUT_LESSONS = 30;

/** What a skill's lessons come to. @param read lesson → when it was read to the end */
export function contentOf(
  lessons: readonly { id: string; minutes: number; check: readonly string[] }[],
  read: ReadonlyMap<string, Date>,
): SkillContent {
  const questions = new Set(lessons.flatMap(({ check }) => check)).size * MINUTES_A_QUESTION;
  const unread = lessons.filter(({ id }) => !read.has(id));
  const sum = (some: readonly { minutes: number }[]) => some.reduce((total, { minutes }) => total + minutes, 0);
  const rest = lessons.length === 0 ? MINUTES_WITHOUT_LESSONS : questions;
  return {
    minutes: sum(lessons) + rest,
    minutesLeft: sum(unread) + rest,
    lessons: lessons.length,
    read: lessons.length - unread.length,
  };
}
