import { inOrder, regroup } from '../exact/by-rules.js';
import type { Problem } from '../problem.js';
import { Random } from './random.js';
import { Solution } from './solution.js';

const TRIALS = 80;
/** Groups regrouped at once: more of them hold more ways out, and take longer to look through. */
const FEWEST = 4;
const MOST = 9;

/**
 * Takes groups that break a rule and some others, and splits their students anew so that all of these keep every rule; for
 * what a search has left broken. The groups, or null when none is broken or nothing was mended.
 */
export function mend(
  problem: Problem,
  groups: readonly (readonly number[])[],
  seed: number,
  secondsLeft: () => number,
): number[][] | null {
  if (problem.named !== null) return null;
  const random = new Random(seed);
  let now = groups.map((members) => [...members]);
  let mended = false;
  for (let trial = 0; trial < TRIALS && secondsLeft() > 0; trial++) {
    const solution = Solution.of(problem, now);
    const broken = [...now.keys()].filter((g) => solution.brokenIn(g) > 0);
    if (broken.length === 0) break;
    const others = [...now.keys()].filter((g) => solution.brokenIn(g) === 0);
    random.shuffle(others);
    random.shuffle(broken);
    const taken = [...broken.slice(0, 2), ...others].slice(0, FEWEST + random.below(MOST - FEWEST + 1));
    const anew = regroup(
      problem,
      taken.map((g) => now[g]!),
    );
    if (anew === null) continue;
    now = [...now.filter((_, g) => !taken.includes(g)), ...anew];
    mended = true;
  }
  return mended ? inOrder(now) : null;
}
