import type { GroupSize } from '@tailcamp/contracts';
import { evaluate } from '../evaluate.js';
import type { Problem } from '../problem.js';
import { NOBODY, Partition } from '../solve/partition.js';
import { Solution } from '../solve/solution.js';

/** Half-built groups that are carried on at each size. */
const BEAM = 8;

interface Draft {
  readonly members: readonly number[];
  readonly broken: number;
  readonly score: number;
}

/**
 * The best group with one student among those who wait, by a beam search that grows it member by member: fewest broken
 * rules first, then the highest score. Sizes that the policy wants come before those that it merely allows by now.
 * @returns ids, or null where no group was found that keeps the rules
 */
export function bestGroupWith(
  problem: Problem,
  first: string,
  pool: readonly string[],
  wanted: GroupSize,
): string[] | null {
  const { students, size, units } = problem;
  const numberOf = new Map(students.ids.map((id, i) => [id, i]));
  const unitOf = (i: number) => units.members[units.unitOf[i]!]!;
  const start = unitOf(numberOf.get(first)!);
  const waiting = pool.map((id) => numberOf.get(id)!).filter((i) => i < students.ids.length);
  const rules = problem.measures.filter((measure) => measure.hard && measure.canShare !== undefined);
  const canJoin = (members: readonly number[], unit: readonly number[]) =>
    unit.every((b) =>
      members.every((a) => rules.every(({ canShare }) => canShare?.(Math.min(a, b), Math.max(a, b)) !== false)),
    );
  const candidates = waiting.filter((i) => unitOf(i)[0] === i && !start.includes(i) && canJoin(start, unitOf(i)));
  let beam: Draft[] = [{ members: start, broken: 0, score: 0 }];
  let best: { members: readonly number[]; misfit: number; score: number } | null = null;
  for (let round = 0; round < size.max && beam.length > 0; round++) {
    for (const draft of beam) {
      const n = draft.members.length;
      if (n < size.min || n > size.max) continue;
      const misfit = Math.max(0, wanted.min - n, n - wanted.max);
      if (best !== null && (misfit > best.misfit || (misfit === best.misfit && draft.score <= best.score))) continue;
      if (keeps(problem, draft.members)) best = { members: draft.members, misfit, score: draft.score };
    }
    beam = grown(problem, beam, candidates, unitOf, canJoin);
  }
  return best === null ? null : best.members.map((i) => students.ids[i]!);
}

/** Every draft with one unit more, the best of them, each set of members once. */
function grown(
  problem: Problem,
  beam: readonly Draft[],
  candidates: readonly number[],
  unitOf: (i: number) => readonly number[],
  canJoin: (members: readonly number[], unit: readonly number[]) => boolean,
): Draft[] {
  const found = new Map<string, Draft>();
  for (const { members } of beam) {
    const solution = new Solution(problem, Partition.of(problem.students.ids.length, [members]));
    for (const candidate of candidates) {
      const unit = unitOf(candidate);
      if (members.includes(candidate) || members.length + unit.length > problem.size.max) continue;
      if (!canJoin(members, unit)) continue;
      const next = [...members, ...unit].sort((a, b) => a - b);
      const key = next.join();
      if (!found.has(key)) found.set(key, { members: next, ...judged(problem, solution, next, unit) });
    }
  }
  return [...found.values()].sort((a, b) => a.broken - b.broken || b.score - a.score).slice(0, BEAM);
}

function judged(problem: Problem, solution: Solution, next: readonly number[], unit: readonly number[]) {
  if (unit.length === 1) {
    solution.preview(0, NOBODY, unit[0]!);
    return { broken: solution.nextBroken, score: solution.score(0, NOBODY, unit[0]!) };
  }
  const whole = new Solution(problem, Partition.of(problem.students.ids.length, [next]));
  return { broken: whole.broken, score: whole.score(0) };
}

function keeps(problem: Problem, members: readonly number[]): boolean {
  const ids = members.map((i) => problem.students.ids[i]!);
  return evaluate(problem, [{ name: '', members: ids }]).hardViolations.length === 0;
}
