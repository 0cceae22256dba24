import type { GroupSize, PolicyGroup } from '@tailcamp/contracts';
import { type NamedGroup, numberMembers } from '../evaluate.js';
import { type Problem, sizeOf } from '../problem.js';
import type { Solved, SolveOptions } from '../solve/options.js';
import { widest } from '../solve/sizes.js';
import { standingGroups } from './standing.js';

/** Groups that stand, and who of them stays where they are. */
export interface Rest {
  readonly groups: readonly NamedGroup[];
  readonly locked: {
    /** Ids. */
    readonly members: readonly string[];
    /** By name: nobody leaves and nobody joins. */
    readonly groups: readonly string[];
  };
}

/** What to give to `solve`, and what its answer means. */
export interface RestProblem {
  readonly problem: Problem;
  readonly options: Pick<SolveOptions, 'start' | 'locked'>;
  groupsOf(solved: Solved): NamedGroup[];
}

/**
 * Arranges anew whoever is not locked, among the same groups and from where they stand. Each group gets bounds of its own:
 * a locked one the size it has, the others those of the policy, eased where the rest does not fit them. Groups beyond their
 * bounds are brought into them first, for a search that exchanges students keeps the sizes it finds.
 * @throws {RangeError} when a member is no student of the problem, or in two groups
 */
export function restOf(problem: Problem, { groups, locked }: Rest): RestProblem {
  const standing = standingGroups(problem, groups);
  const start = numberMembers(problem, standing);
  const closed = new Set(locked.groups);
  const held = new Set(locked.members);
  const stays = new Set(
    start.flatMap((members, g) =>
      members.filter((i) => closed.has(standing[g]!.name) || held.has(problem.students.ids[i]!)),
    ),
  );
  const bounds = boundsOf(problem, start, stays, (g) => closed.has(standing[g]!.name));
  const named = standing.map(({ name }, g): PolicyGroup => ({ name, ...bounds[g]! }));
  intoBounds(problem, start, bounds, stays);
  return {
    problem: { ...problem, named, size: widest(named) },
    options: { start, locked: stays },
    groupsOf: (solved) =>
      solved.groups.map((members, g) => ({
        name: standing[g]!.name,
        members: members.map((i) => problem.students.ids[i]!),
      })),
  };
}

function boundsOf(
  problem: Problem,
  start: readonly (readonly number[])[],
  stays: ReadonlySet<number>,
  isClosed: (group: number) => boolean,
): GroupSize[] {
  const open = start.flatMap((_, g) => (isClosed(g) ? [] : [g]));
  const rest = open.reduce((sum, g) => sum + start[g]!.length, 0);
  const asked = open.map((g) => {
    const { min, max } = sizeOf(problem, g);
    return { min, max: Math.max(max, start[g]!.filter((i) => stays.has(i)).length) };
  });
  const total = (end: keyof GroupSize) => asked.reduce((sum, size) => sum + size[end], 0);
  const lower = total('min') > rest ? Math.floor(rest / open.length) : null;
  const upper = total('max') < rest ? Math.ceil(rest / open.length) : null;
  const bounds = start.map(({ length }) => ({ min: length, max: length }));
  open.forEach((g, at) => {
    const { min, max } = asked[at]!;
    bounds[g] = { min: Math.min(min, lower ?? min), max: Math.max(max, upper ?? max) };
  });
  return bounds;
}

/** Takes students who may move out of groups that are too large, and gives them to those too small, else to the smallest. */
function intoBounds(
  { units }: Problem,
  start: number[][],
  bounds: readonly GroupSize[],
  stays: ReadonlySet<number>,
): void {
  const mayGo = (i: number) => !stays.has(i) && units.members[units.unitOf[i]!]!.length === 1;
  const room = (g: number) => bounds[g]!.max - start[g]!.length;
  const lacking = (g: number) => bounds[g]!.min - start[g]!.length;
  const order = start.map((_, g) => g);
  for (let moved = 0; moved < units.unitOf.length; moved++) {
    const tooLarge = order.find((g) => room(g) < 0 && start[g]!.some(mayGo));
    const tooSmall = order.find((g) => lacking(g) > 0);
    const from =
      tooLarge ??
      order.filter((g) => lacking(g) < 0 && start[g]!.some(mayGo)).sort((a, b) => lacking(a) - lacking(b))[0];
    const to = tooSmall ?? order.filter((g) => room(g) > 0).sort((a, b) => start[a]!.length - start[b]!.length)[0];
    if ((tooLarge === undefined && tooSmall === undefined) || from === undefined || to === undefined) return;
    const going = start[from]!.findLastIndex(mayGo);
    start[to]!.push(...start[from]!.splice(going, 1));
  }
}
