import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERY_NAMED_KIND, mixedTable, projects } from '../fixtures/every-kind.js';
import { compile } from '../policy/compile.js';
import { NOBODY, Partition } from '../solve/partition.js';
import { Random } from '../solve/random.js';

const STUDENTS = 14;
const GROUPS = projects(0, 1).length;

/** A partition after random swaps, moves, departures and arrivals, with every tally kept up on the way. */
function wander(seed: number, steps: number) {
  const random = new Random(seed);
  const table = mixedTable(STUDENTS, () => random.next());
  const policy = { groups: projects(0, STUDENTS), id: 'id', criteria: [...EVERY_NAMED_KIND] };
  const problem = compile(policy, table);
  const partition = new Partition(STUDENTS, GROUPS, STUDENTS);
  for (let i = 0; i < STUDENTS; i++) partition.change(random.below(GROUPS), NOBODY, i);
  const tallies = problem.measures.map((measure) => measure.open(partition));
  const changes: { group: number; out: number; into: number }[] = [];
  for (let step = 0; step < steps; step++) {
    const [a, b] = [random.below(STUDENTS), random.below(STUDENTS)];
    const [from, other] = [partition.groupOf[a]!, partition.groupOf[b]!];
    if (step % 2 === 0 && from >= 0 && other >= 0 && from !== other) {
      for (const tally of tallies) {
        tally.commit(from, a, b);
        tally.commit(other, b, a);
      }
      partition.swap(a, b);
      continue;
    }
    const to = random.below(GROUPS + 1) - 1;
    if (to === from) continue;
    if (from >= 0) {
      for (const tally of tallies) tally.commit(from, a, NOBODY);
      partition.change(from, a, NOBODY);
    }
    if (to >= 0) {
      for (const tally of tallies) tally.commit(to, NOBODY, a);
      partition.change(to, NOBODY, a);
    }
  }
  for (let group = 0; group < GROUPS; group++) {
    const inside = partition.membersOf(group);
    const outside = Array.from({ length: STUDENTS }, (_, i) => i).filter((i) => partition.groupOf[i] !== group);
    changes.push({ group, out: NOBODY, into: NOBODY });
    for (const out of inside) changes.push({ group, out, into: NOBODY });
    for (const into of outside) changes.push({ group, out: NOBODY, into });
    for (const out of inside) for (const into of outside) changes.push({ group, out, into });
  }
  return { problem, partition, tallies, changes };
}

describe.each(EVERY_NAMED_KIND.map((criterion, c) => [JSON.stringify(criterion), c] as const))(
  '%s',
  (_criterion, c) => {
    it('foretells each change as a fresh count of the changed group finds it', () => {
      fc.assert(
        fc.property(fc.nat(), fc.integer({ min: 0, max: 30 }), (seed, steps) => {
          const { problem, partition, tallies, changes } = wander(seed, steps);
          const [tally, measure] = [tallies[c]!, problem.measures[c]!];
          for (const { group, out, into } of changes) {
            const members = partition.membersOf(group).filter((i) => i !== out);
            const changed = into === NOBODY ? members : [...members, into];
            // `partition` holds a student who joins elsewhere still; a fresh one with this group alone does not.
            const alone = Array.from({ length: GROUPS }, (_, g) => (g === group ? changed : []));
            const fresh = measure.open(Partition.of(STUDENTS, alone));
            expect(tally.score(group, out, into)).toBeCloseTo(fresh.score(group, NOBODY, NOBODY), 6);
            expect(tally.shortfall(group, out, into)).toBeCloseTo(fresh.shortfall(group, NOBODY, NOBODY), 6);
          }
        }),
        { numRuns: 25 },
      );
    });

    it('scores 0 to 1, whatever the order of the members', () => {
      fc.assert(
        fc.property(fc.nat(), fc.uniqueArray(fc.nat({ max: STUDENTS - 1 }), { minLength: 1 }), (seed, members) => {
          const { problem } = wander(seed, 0);
          const measure = problem.measures[c]!;
          const score = measure.open(Partition.of(STUDENTS, [members])).score(0, NOBODY, NOBODY);
          const sorted = [...members].sort((a, b) => a - b);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(measure.open(Partition.of(STUDENTS, [sorted])).score(0, NOBODY, NOBODY)).toBeCloseTo(score, 9);
          expect(measure.evidence(members, 0)).not.toBe('');
        }),
        { numRuns: 25 },
      );
    });
  },
);
