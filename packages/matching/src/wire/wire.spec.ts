import type { Criterion, Policy, ScoreAnswer } from '@tailcamp/contracts';
import { ScoreRequest } from '@tailcamp/contracts';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate.js';
import { EVERY_KIND, EVERY_NAMED_KIND, mixedTable, projects } from '../fixtures/every-kind.js';
import { compile } from '../policy/compile.js';
import type { Problem } from '../problem.js';
import { Random } from '../solve/random.js';
import { makeTable } from '../survey/table.js';
import { base64, littleEndian } from './base64.js';
import { wire } from './wire.js';

const OBJECTIVES = ['harmonic', 'mean', 'maximin'] as const;

/** What the engine says of a grouping, in the words of the contract. */
function score(problem: Problem, groups: readonly (readonly number[])[]): ScoreAnswer {
  const named = groups.map((members, g) => ({
    name: problem.named?.[g]?.name ?? `Group ${g + 1}`,
    members: members.map((i) => problem.students.ids[i]!),
  }));
  const { objective, worst, groups: scored, hardViolations } = evaluate(problem, named);
  const violations = scored.flatMap(({ name, members, criteria }, group) => {
    const ofSize = hardViolations.some((violation) => violation.kind === 'groupSize' && violation.group === name);
    const broken = criteria.flatMap(({ satisfied }, criterion) =>
      problem.measures[criterion]!.hard && !satisfied && members.length > 0 ? [{ criterion, group }] : [],
    );
    return [...(ofSize ? [{ criterion: null, group }] : []), ...broken];
  });
  return {
    objective,
    worst,
    groups: scored.map((group) => ({
      score: group.score,
      criteria: group.criteria.map(({ score, satisfied }) => ({ score, satisfied })),
    })),
    violations,
  };
}

/** Every kind, weighted, hard or as a step, as chance has it. */
function someCriteria(kinds: readonly Criterion[], random: Random, share: number): Criterion[] {
  return kinds
    .filter(() => random.next() < share)
    .map((criterion): Criterion => {
      const way = random.below(4);
      if (way === 0) return { ...criterion, hard: true };
      return { ...criterion, weight: 0.5 + random.below(8) / 2, ...(way === 1 ? { step: true as const } : {}) };
    });
}

/** Some of the students, in groups of no particular size. */
function someGroups(random: Random, students: number, groups: number): number[][] {
  const order = Array.from({ length: students }, (_, i) => i);
  random.shuffle(order);
  const grouping: number[][] = Array.from({ length: groups }, () => []);
  for (const student of order) if (random.next() < 0.95) grouping[random.below(groups)]!.push(student);
  return grouping;
}

function examples() {
  const random = new Random(20_261_125);
  return Array.from({ length: 30 }, (_, number) => {
    const students = [12, 20, 33][number % 3]!;
    const named = number % 3 === 1;
    const groups = named ? 4 : Math.ceil(students / 4);
    const [min, max] = [2 + random.below(2), 4 + random.below(2)];
    const policy: Policy = {
      ...(named ? { groups: projects(number % 2, 2 * max) } : { groupSize: { min, max } }),
      id: 'id',
      objective: OBJECTIVES[Math.floor(number / 3) % 3]!,
      criteria: number === 0 ? [] : someCriteria(named ? EVERY_NAMED_KIND : EVERY_KIND, random, number < 5 ? 1 : 0.35),
    };
    const problem = compile(
      policy,
      mixedTable(students, () => random.next()),
    );
    const grouping = someGroups(random, students, groups).filter((members) => named || members.length > 0);
    return { request: { problem: wire(problem), groups: grouping }, answer: score(problem, grouping) };
  });
}

describe('a problem on the wire', () => {
  it('is scored by other solvers as here (write the examples anew with: npx vitest run packages/matching/src/wire -u)', async () => {
    const made = examples();
    const kinds = new Set(made.flatMap(({ request }) => request.problem.criteria.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual([...new Set(EVERY_NAMED_KIND.map(({ kind }) => kind))].sort());
    const lines = made.map((example) => JSON.stringify(example));
    await expect(`[\n${lines.join(',\n')}\n]\n`).toMatchFileSnapshot(
      '../../../../services/matching-python/contract/examples.json',
    );
  });

  it('keeps to the contract', () => {
    for (const { request } of examples()) expect(ScoreRequest.parse(request)).toEqual(request);
  });

  it('tells nothing of who a student is or what one answered', () => {
    const columns = ['id', 'Name', 'Gender', 'Wishes'];
    const rows = ['Ada', 'Ben', 'Cy', 'Dot'].map((name, i) => [
      `secret-${i}`,
      `${name} Private`,
      'woman',
      'Ada Private',
    ]);
    const criteria: Criterion[] = [
      { kind: 'notAlone', column: 'Gender', value: 'woman', private: true },
      { kind: 'apart', column: 'Wishes', private: true },
      { kind: 'similar', column: 'Gender' },
    ];
    const policy: Policy = { groups: [{ name: 'Secret project', min: 0, max: 4 }], id: 'id', criteria };
    const said = JSON.stringify(wire(compile(policy, makeTable(columns, rows))));
    expect(said).toContain('"kind":"apart","pairs":[[0,1],[0,2],[0,3]]');
    expect(said).not.toMatch(/secret|private|ada|woman/i);
  });
});

it('base64 pads, and four bytes go lowest first', () => {
  const bytes = (...values: number[]) => base64(Uint8Array.from(values));
  expect([bytes(), bytes(102), bytes(102, 111), bytes(102, 111, 111)]).toEqual(['', 'Zg==', 'Zm8=', 'Zm9v']);
  expect(base64(new Uint8Array(30_001))).toHaveLength(4 * Math.ceil(30_001 / 3));
  expect([...littleEndian(Uint32Array.of(0x01020304))]).toEqual([4, 3, 2, 1]);
});
