import { groupedBy } from '../../../../kernel/grouped.js';
import { type Memory, reviewed } from '../mastery/review.js';
import { masteryNow } from '../mastery/tracing.js';

/** An answer in practice. */
export interface Practised {
  skill: string;
  itemId: string;
  right: boolean;
  at: Date;
}

/** What an attempt that is over has shown of some skills, and when. */
export interface Assessed {
  mastery: Readonly<Record<string, number>>;
  at: Date;
}

/** What is known of one skill from assessment and practice together. */
export interface SkillStanding {
  mastery: number;
  /** When it should come again; null: never practised. */
  due: Date | null;
  /** How often it was practised. */
  practised: number;
  /** How many of the last answers in practice were wrong, one after the other. */
  wrong: number;
  /** When it was last assessed or practised. */
  last: Date | null;
}

/**
 * Every skill that was assessed or practised. Mastery starts anew with each attempt, which has measured what practice
 * before it has led to; memory goes on, for it is about when somebody last looked.
 * @param assessed newest first @param practised in order
 */
export function standings(
  assessed: readonly Assessed[],
  practised: readonly Practised[],
): ReadonlyMap<string, SkillStanding> {
  const answers = groupedBy(practised, ({ skill }) => skill);
  const skills = new Set([...assessed.flatMap(({ mastery }) => Object.keys(mastery)), ...answers.keys()]);
  return new Map(
    [...skills].map((skill) => {
      const own = answers.get(skill) ?? [];
      const newest = assessed.find(({ mastery }) => skill in mastery) ?? null;
      return [
        skill,
        {
          mastery: masteryOf(skill, newest, own),
          due: dueAfter(own),
          practised: own.length,
          wrong: own.length - 1 - own.findLastIndex(({ right }) => right),
          last: latest(newest?.at, own.at(-1)?.at),
        },
      ];
    }),
  );
}

const latest = (...days: readonly (Date | undefined)[]): Date | null =>
  days.reduce<Date | null>((last, day) => (day === undefined || (last !== null && day <= last) ? last : day), null);

/** The masteries of an attempt with what was practised since. @param practised in order */
export function masteriesNow(assessed: Assessed, practised: readonly Practised[]): Record<string, number> {
  const answers = groupedBy(practised, ({ skill }) => skill);
  return Object.fromEntries(
    Object.keys(assessed.mastery).map((skill) => [skill, masteryOf(skill, assessed, answers.get(skill) ?? [])]),
  );
}

function masteryOf(skill: string, assessed: Assessed | null, practised: readonly Practised[]): number {
  const since = practised.filter(({ at }) => assessed === null || at >= assessed.at);
  return masteryNow(
    assessed?.mastery[skill] ?? null,
    since.map(({ right }) => right),
  );
}

function dueAfter(practised: readonly Practised[]): Date | null {
  let memory: Memory | null = null;
  for (const { right, at } of practised) memory = reviewed(memory, right ? 'remembered' : 'forgotten', at);
  return memory?.due ?? null;
}
