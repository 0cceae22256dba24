import { partnersOf } from '../criteria/pairs.js';
import type { TogetherMeasure } from '../criteria/together.js';
import type { Units } from '../problem.js';

/** Students tied by the rules, directly or through others, become one unit; units in order of their first students. */
export function mergeUnits(students: number, rules: readonly TogetherMeasure[]): Units {
  const unitOf = new Int32Array(students).fill(-1);
  const members: number[][] = [];
  for (let first = 0; first < students; first++) {
    if (unitOf[first] !== -1) continue;
    const unit = members.length;
    const reached = [first];
    unitOf[first] = unit;
    for (const student of reached) {
      for (const { ties } of rules) {
        for (const partner of partnersOf(ties, student)) {
          if (unitOf[partner] !== -1) continue;
          unitOf[partner] = unit;
          reached.push(partner);
        }
      }
    }
    members.push(reached.sort((a, b) => a - b));
  }
  return { unitOf, members };
}
