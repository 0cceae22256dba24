import type { Practised, SkillStanding } from './standing.js';

/** A question whose key its learner has been shown. */
export interface Material {
  itemId: string;
  version: number;
  skill: string;
  track: string;
}

/**
 * The skill whose turn it is: the one whose review is due longest, else the least mastered of those that were never
 * practised; null while every one of them is still remembered.
 * @param skills those with questions to ask
 */
export function skillDue(
  skills: Iterable<string>,
  known: ReadonlyMap<string, SkillStanding>,
  now: Date,
): string | null {
  const waiting = [...skills].filter((skill) => isDue(known.get(skill), now));
  const rank = (skill: string): readonly [number, number] => {
    const { due = null, mastery = 0 } = known.get(skill) ?? {};
    return due === null ? [1, mastery] : [0, due.getTime()];
  };
  const [first] = waiting.sort((a, b) => {
    const [[kindA, valueA], [kindB, valueB]] = [rank(a), rank(b)];
    return kindA - kindB || valueA - valueB || (a < b ? -1 : 1);
  });
  return first ?? null;
}

export const isDue = (standing: SkillStanding | undefined, now: Date): boolean =>
  standing === undefined || standing.due === null || standing.due <= now;

/** Of the questions of a skill, the one that was practised longest ago, if ever. */
export function leastRecent(questions: readonly Material[], practised: readonly Practised[]): Material | null {
  const last = new Map(practised.map(({ itemId, at }) => [itemId, at.getTime()]));
  const [first] = [...questions].sort(
    (a, b) => (last.get(a.itemId) ?? 0) - (last.get(b.itemId) ?? 0) || (a.itemId < b.itemId ? -1 : 1),
  );
  return first ?? null;
}
