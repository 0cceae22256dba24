import TinyQueue from 'tinyqueue';

/** What the order of a path weighs. */
export interface Wishes {
  /** Minutes that a skill takes. */
  minutesOf(skill: string): number;
  /** How much a skill is wanted early, by the group's project for one; absent: not especially. Positive. */
  readonly useful: ReadonlyMap<string, number>;
}

/**
 * Puts skills in an order that violates no prerequisite, the useful ones early. A useful skill counts as its use for each
 * minute until it is learnt (its own and those of all it still rests on: Smith's ratio, of whole initial sets), and what it
 * rests on is as urgent as itself. Between equals the order given stands, so that a path does not jump about.
 * @param skills what is to be learnt; what else their prerequisites name counts as known
 * @param requires what a skill directly rests on; together without a circle
 */
export function ordered(
  skills: Iterable<string>,
  requires: (skill: string) => readonly string[],
  wishes: Wishes,
): readonly string[] {
  const place = new Map([...new Set(skills)].map((skill, at) => [skill, at]));
  const below = new Map<string, readonly string[]>();
  const above = new Map<string, string[]>();
  for (const skill of place.keys()) {
    const direct = [...new Set(requires(skill))].filter((needed) => place.has(needed));
    below.set(skill, direct);
    for (const needed of direct) {
      const resting = above.get(needed);
      if (resting === undefined) above.set(needed, [skill]);
      else resting.push(skill);
    }
  }
  const urgency = urgencies(below, wishes);
  const before = (a: string, b: string) =>
    (urgency.get(b) ?? 0) - (urgency.get(a) ?? 0) || (place.get(a) ?? 0) - (place.get(b) ?? 0);

  const waiting = new Map([...below].map(([skill, direct]) => [skill, direct.length]));
  const ready = new TinyQueue(
    [...waiting].flatMap(([skill, count]) => (count === 0 ? [skill] : [])),
    before,
  );
  const order: string[] = [];
  for (let skill = ready.pop(); skill !== undefined; skill = ready.pop()) {
    order.push(skill);
    for (const next of above.get(skill) ?? []) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  return order;
}

/** How urgent each skill is: the best ratio of itself and of all that rests on it. */
function urgencies(below: ReadonlyMap<string, readonly string[]>, wishes: Wishes): ReadonlyMap<string, number> {
  const urgency = new Map<string, number>();
  for (const [skill, use] of wishes.useful) {
    if (!below.has(skill)) continue;
    const closure = closureOf(skill, below);
    let minutes = 0;
    for (const needed of closure) minutes += wishes.minutesOf(needed);
    const ratio = use / Math.max(1, minutes);
    for (const needed of closure) if ((urgency.get(needed) ?? 0) < ratio) urgency.set(needed, ratio);
  }
  return urgency;
}

function closureOf(skill: string, below: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const closure = new Set<string>();
  const ahead = [skill];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (closure.has(next)) continue;
    closure.add(next);
    ahead.push(...(below.get(next) ?? []));
  }
  return closure;
}
