import type { Problem } from '../problem.js';
import type { Slice } from './budget.js';
import { drawStranger } from './candidates.js';
import { Exchanges } from './exchange.js';
import type { Random } from './random.js';
import type { Solution } from './solution.js';

/** Above this many exchanges for one step, a sample of them is looked at. */
const LOOKED_AT = 4000;
const UNIT_TRIALS = 4;

/**
 * Brings the broken hard rules towards none: min-conflicts with a tabu list. Each step takes a group with a broken rule and
 * makes the exchange that leaves the fewest broken, even if that is more than before, so that it gets out of dead ends; who
 * has just moved stays for some steps. Yields now and then; ends when no rule is broken or the slice is used up.
 */
export function* repair(
  problem: Problem,
  solution: Solution,
  slice: Slice,
  random: Random,
  locked: ReadonlySet<number>,
): Generator<void> {
  const { partition } = solution;
  const { budget } = slice;
  const exchanges = new Exchanges(problem, solution, random, locked);
  const tabuUntil = new Int32Array(partition.students);
  let fewest = solution.broken;
  let best = partition.groupOf.slice();
  for (let step = 1; solution.broken > 0 && slice.progress < 1; step++) {
    const group = brokenGroup(solution, random);
    moveUnits(problem, exchanges, group, budget, random);
    const found = bestExchange(
      exchanges,
      group,
      random,
      (a, b) => {
        budget.moves++;
        return tabuUntil[a]! <= step && (b === -1 || tabuUntil[b]! <= step);
      },
      fewest,
    );
    if (found !== null) {
      const { a, b, to } = found;
      if (b === -1) solution.move(a, to);
      else solution.swap(a, b);
      tabuUntil[a] = step + 3 + random.below(8);
      if (b !== -1) tabuUntil[b] = step + 3 + random.below(8);
    } else budget.moves++;
    if (solution.broken < fewest) {
      fewest = solution.broken;
      best = partition.groupOf.slice();
    }
    if (step % 16 === 0) yield;
  }
  if (solution.broken > fewest) restore(solution, best);
}

/** Puts every student back into the group they had. Groups may exceed their sizes on the way, not at the end. */
export function restore(solution: Solution, groupOf: Int32Array): void {
  const moved = [...groupOf.keys()].filter((student) => solution.partition.groupOf[student] !== groupOf[student]);
  for (const student of moved) solution.move(student, -1);
  for (const student of moved) solution.move(student, groupOf[student]!);
}

function brokenGroup(solution: Solution, random: Random): number {
  const { groups } = solution.partition;
  const from = random.below(groups);
  for (let k = 0; k < groups; k++) {
    const group = (from + k) % groups;
    if (solution.brokenIn(group) > 0) return group;
  }
  return from;
}

interface Found {
  readonly a: number;
  /** -1 when `a` moves without anybody coming back. */
  readonly b: number;
  readonly to: number;
}

function bestExchange(
  exchanges: Exchanges,
  group: number,
  random: Random,
  mayMove: (a: number, b: number) => boolean,
  fewest: number,
): Found | null {
  const { solution } = exchanges;
  const { partition } = solution;
  let found: Found | null = null;
  let [leastBroken, leastCost, ties] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
  const consider = (a: number, b: number, to: number) => (cost: number, broken: number) => {
    // A tabu exchange is taken all the same if it leaves fewer broken than ever.
    if (!mayMove(a, b) && solution.broken + broken >= fewest) return false;
    if (broken > leastBroken || (broken === leastBroken && cost > leastCost)) return false;
    ties = broken === leastBroken && cost === leastCost ? ties + 1 : 1;
    if (ties > 1 && random.below(ties) > 0) return false;
    [leastBroken, leastCost] = [broken, cost];
    found = { a, b, to };
    return false;
  };
  const members = partition.membersOf(group).filter((student) => exchanges.isFree(student));
  const { students } = partition;
  const all = members.length * students <= LOOKED_AT;
  const looked = all ? students : Math.ceil(LOOKED_AT / Math.max(1, members.length));
  for (let k = 0; k < looked; k++) {
    const other = all ? k : drawStranger(random, partition.groupOf, group);
    if (other === -1 || partition.groupOf[other] === group || !exchanges.isFree(other)) continue;
    for (const member of members) exchanges.trySwap(member, other, consider(member, other, -1));
    if (exchanges.sizeMayChange && exchanges.canMove(other, group)) {
      exchanges.tryMove(other, group, consider(other, -1, group));
    }
  }
  if (!exchanges.sizeMayChange) return found;
  for (const member of members) {
    for (let to = 0; to < partition.groups; to++) {
      if (exchanges.canMove(member, to)) exchanges.tryMove(member, to, consider(member, -1, to));
    }
  }
  return found;
}

/** Units of the group go elsewhere, and units from elsewhere come, if that breaks no more. */
function moveUnits(
  problem: Problem,
  exchanges: Exchanges,
  group: number,
  budget: { moves: number },
  random: Random,
): void {
  const { partition } = exchanges.solution;
  const { unitOf } = problem.units;
  const accept = (_cost: number, broken: number) => broken < 0 || (broken === 0 && random.below(4) === 0);
  const units = new Set(partition.membersOf(group).map((student) => unitOf[student]!));
  for (const unit of units) {
    if (!exchanges.mayMoveUnit(unit)) continue;
    for (let trial = 0; trial < UNIT_TRIALS; trial++) {
      budget.moves++;
      if (exchanges.tryUnit(unit, random.below(partition.groups), accept)) break;
    }
  }
}
