/** A skill with what it directly rests on. */
export interface SkillToLearn {
  readonly id: string;
  readonly requires: readonly string[];
}

/**
 * What somebody has to learn for some goals: the goals and all that they rest on, over any number of steps, without what is
 * known already and without what is needed only through that.
 * @param requires what a skill directly rests on; nothing for one that rests on nothing
 * @returns in the order in which a search from the goals, in their order, first meets them
 */
export function neededFor(
  goals: Iterable<string>,
  known: ReadonlySet<string>,
  requires: (skill: string) => readonly string[],
): ReadonlySet<string> {
  const needed = new Set<string>();
  for (const goal of goals) {
    const ahead = [goal];
    for (let skill = ahead.pop(); skill !== undefined; skill = ahead.pop()) {
      if (known.has(skill) || needed.has(skill)) continue;
      needed.add(skill);
      ahead.push(...requires(skill).toReversed());
    }
  }
  return needed;
}
