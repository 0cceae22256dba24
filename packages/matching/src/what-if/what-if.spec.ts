import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERY_KIND, mixedTable } from '../fixtures/every-kind.js';
import { compile, evaluate, type NamedGroup, nameGroups, type Problem, solve } from '../index.js';
import { Random } from '../solve/random.js';
import { placesFor } from './places.js';
import { reevaluate } from './reevaluate.js';
import { restOf } from './rest.js';

const STUDENTS = 24;

function problemOf(seed: number, objective: 'harmonic' | 'mean' | 'maximin', size = { min: 3, max: 5 }): Problem {
  const random = new Random(seed);
  const table = mixedTable(STUDENTS, () => random.next());
  const criteria = EVERY_KIND.map((criterion, c) => ((seed + c) % 3 === 0 ? { ...criterion, hard: true } : criterion));
  return compile({ groupSize: size, id: 'id', objective, criteria }, table);
}

const problems = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('harmonic' as const, 'mean' as const, 'maximin' as const))
  .map(([seed, objective]) => ({ seed, problem: problemOf(seed, objective) }));

/** The groups with two students exchanged, or one moved. */
function edited(groups: readonly NamedGroup[], member: string, to: string, other: string | null): NamedGroup[] {
  return groups.map(({ name, members }) => {
    const kept = members.map((id) => (id === member && other !== null ? other : id === other ? member : id));
    if (other !== null) return { name, members: kept };
    return { name, members: name === to ? [...members, member] : members.filter((id) => id !== member) };
  });
}

describe('an evaluation after an edit', () => {
  it('is what evaluating from scratch gives, edit after edit', () => {
    fc.assert(
      fc.property(problems, ({ seed, problem }) => {
        const random = new Random(seed + 1);
        let groups: NamedGroup[] = nameGroups(problem, solve(problem, { seed, moves: 200 }).groups);
        let known = evaluate(problem, groups);
        for (let edit = 0; edit < 4; edit++) {
          const [from, to] = [groups[random.below(groups.length)]!, groups[random.below(groups.length)]!];
          if (from.name === to.name || from.members.length < 2) continue;
          const member = from.members[random.below(from.members.length)]!;
          const other = random.below(2) === 0 ? null : to.members[random.below(to.members.length)]!;
          groups = edited(groups, member, to.name, other);
          known = reevaluate(problem, known, groups);
          const scratch = evaluate(problem, groups);
          expect(known.objective).toBeCloseTo(scratch.objective, 12);
          expect(known.worst).toBeCloseTo(scratch.worst, 12);
          expect(known.groups).toEqual(scratch.groups);
          const said = (violations: typeof known.hardViolations) =>
            violations.map((each) => JSON.stringify(each)).sort();
          expect(said(known.hardViolations)).toEqual(said(scratch.hardViolations));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('starts over where the groups are others', () => {
    const problem = problemOf(3, 'harmonic');
    const groups = nameGroups(problem, solve(problem, { seed: 1, moves: 200 }).groups);
    const fewer = [{ name: 'All', members: groups.flatMap(({ members }) => members) }];
    expect(reevaluate(problem, evaluate(problem, groups), fewer)).toEqual(evaluate(problem, fewer));
  });
});

describe('other places', () => {
  it('change the scores by what they say, best first, and leave the locked where they are', () => {
    fc.assert(
      fc.property(problems, ({ seed, problem }) => {
        const groups = nameGroups(problem, solve(problem, { seed, moves: 200 }).groups);
        const before = evaluate(problem, groups);
        const { name } = groups[seed % groups.length]!;
        const locked = new Set(groups[(seed + 1) % groups.length]!.members.slice(0, 1));
        for (const [member, places] of placesFor(problem, groups, name, { locked, most: 3 })) {
          expect(places.length).toBeLessThanOrEqual(3);
          places.forEach((place, i) => {
            expect(place.member).toBe(member);
            expect([locked.has(place.member), locked.has(place.with ?? '')]).toEqual([false, false]);
            const after = evaluate(problem, edited(groups, member, place.to, place.with));
            const change = (of: string) =>
              (after.groups.find((group) => group.name === of)?.score ?? 0) -
              (before.groups.find((group) => group.name === of)?.score ?? 0);
            // Places count likeness in single precision, an evaluation in double.
            expect(place.here).toBeCloseTo(change(name), 6);
            expect(place.there).toBeCloseTo(change(place.to), 6);
            expect(place.camp).toBeCloseTo(after.objective - before.objective, 6);
            const next = places[i + 1];
            if (next !== undefined) expect(place.broken).toBeLessThanOrEqual(next.broken + 1e-9);
          });
        }
      }),
      { numRuns: 15 },
    );
  });

  it('are none in a group that is not there', () => {
    expect(() => placesFor(problemOf(1, 'mean'), [], 'Nowhere', { most: 1 })).toThrow(RangeError);
  });
});

describe('solving the rest', () => {
  const sorted = (members: readonly string[] = []) => [...members].sort();

  it('leaves the locked in their groups, closed groups whole, and everybody in one group within the sizes', () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 1, max: 9 }), ({ seed, problem }, draw) => {
        const random = new Random(draw);
        let groups = nameGroups(problem, solve(problem, { seed, moves: 200 }).groups);
        const giving = groups[0]!.members[0]!;
        if (groups[0]!.members.length > 1) groups = edited(groups, giving, groups[1]!.name, null);
        const closed = groups[random.below(groups.length)]!;
        const held = groups[random.below(groups.length)]!;
        const locked = { members: held.members.slice(0, 2), groups: [closed.name] };
        const rest = restOf(problem, { groups, locked });
        const after = rest.groupsOf(solve(rest.problem, { ...rest.options, seed, moves: 2000 }));
        expect(after.map(({ name }) => name)).toEqual(groups.map(({ name }) => name));
        expect(sorted(after.flatMap(({ members }) => members))).toEqual(sorted(problem.students.ids));
        const now = (name: string) => after.find((group) => group.name === name)?.members ?? [];
        expect(sorted(now(closed.name))).toEqual(sorted(closed.members));
        expect(now(held.name)).toEqual(expect.arrayContaining([...locked.members]));
        for (const { name, members } of after) {
          // Units that a hard `together` makes may be larger than any group.
          if (name === closed.name || problem.units.members.length < STUDENTS) continue;
          expect(members.length).toBeLessThanOrEqual(5);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('brings a group that was made too large back to its size, where nobody in it is locked', () => {
    const problem = problemOf(7, 'mean', { min: 4, max: 4 });
    const alone = {
      ...problem,
      units: compile(
        { ...problem.policy, criteria: [] },
        mixedTable(STUDENTS, () => 0.5),
      ).units,
    };
    const groups = nameGroups(alone, solve(alone, { seed: 1, moves: 200 }).groups);
    const uneven = edited(groups, groups[0]!.members[0]!, groups[1]!.name, null);
    const rest = restOf(alone, { groups: uneven, locked: { members: [], groups: [groups[2]!.name] } });
    const after = rest.groupsOf(solve(rest.problem, { ...rest.options, seed: 1, moves: 2000 }));
    expect(after.map(({ members }) => members.length)).toEqual([4, 4, 4, 4, 4, 4]);
  });

  it('eases the sizes where locks leave the others too many or too few', () => {
    const problem = problemOf(7, 'mean', { min: 4, max: 4 });
    const groups = nameGroups(problem, solve(problem, { seed: 1, moves: 200 }).groups);
    const uneven = edited(groups, groups[0]!.members[0]!, groups[1]!.name, null);
    const rest = restOf(problem, { groups: uneven, locked: { members: [], groups: [groups[0]!.name] } });
    const after = rest.groupsOf(solve(rest.problem, { ...rest.options, seed: 1, moves: 500 }));
    expect(after[0]?.members).toHaveLength(3);
    expect(after.flatMap(({ members }) => members)).toHaveLength(STUDENTS);
  });

  it('is the same again with the same seed', () => {
    const problem = problemOf(11, 'harmonic');
    const groups = nameGroups(problem, solve(problem, { seed: 1, moves: 200 }).groups);
    const again = () => {
      const rest = restOf(problem, { groups, locked: { members: [], groups: [groups[0]!.name] } });
      return rest.groupsOf(solve(rest.problem, { ...rest.options, seed: 5, moves: 1000 }));
    };
    expect(again()).toEqual(again());
  });
});
