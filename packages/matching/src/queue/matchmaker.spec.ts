import type { QueueStep } from '@tailcamp/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate.js';
import { compile } from '../policy/compile.js';
import { makeTable } from '../survey/table.js';
import { Matchmaker, type WaitingTicket } from './matchmaker.js';
import { placements } from './placements.js';
import { type QueuePolicy, widen } from './widening.js';

const HOURS = ['9', '10', '11', '12', '13', '14'];
const POLICY: QueuePolicy = {
  groupSize: { min: 3, max: 3 },
  id: 'id',
  criteria: [
    { kind: 'overlap', columns: 'free [*]', minBlocks: 3, hard: true },
    { kind: 'notAlone', column: 'gender', value: 'woman', hard: true },
    { kind: 'balance', column: 'level', weight: 2 },
  ],
};
const STEPS: QueueStep[] = [
  { afterMinutes: 10, ease: [{ criterion: 0, minBlocks: 2 }] },
  { afterMinutes: 60, groupSize: { min: 2, max: 4 }, ease: [{ criterion: 1, drop: true }] },
];

interface Person {
  mon: string[];
  tue: string[];
  gender: string;
  level: number;
}
const person = fc.record<Person>({
  mon: fc.subarray(HOURS, { minLength: 1 }),
  tue: fc.subarray(HOURS),
  gender: fc.constantFrom('woman', 'man'),
  level: fc.integer({ min: 1, max: 5 }),
});
const tableOf = (people: readonly Person[]) =>
  makeTable(
    ['id', 'free [mon]', 'free [tue]', 'gender', 'level'],
    people.map(({ mon, tue, gender, level }, i) => [`s${i}`, mon.join(';'), tue.join(';'), gender, String(level)]),
  );
const alike = (count: number, over: Partial<Person> = {}): Person[] =>
  Array.from({ length: count }, () => ({ mon: HOURS, tue: HOURS, gender: 'man', level: 3, ...over }));
const ticketsOf = (levels: readonly number[], due = true): WaitingTicket[] =>
  levels.map((level, i) => ({ id: `s${i}`, level, due }));
const violations = (people: readonly Person[], level: number, members: readonly string[]) =>
  evaluate(compile(widen(POLICY, STEPS, level), tableOf(people)), [{ name: '', members }]).hardViolations;

describe('the groups that are formed', () => {
  it('keep the rules of each of their members, take nobody twice, and hold one who is due', () => {
    const camp = fc.array(fc.tuple(person, fc.integer({ min: 0, max: 2 }), fc.boolean()), {
      minLength: 3,
      maxLength: 14,
    });
    fc.assert(
      fc.property(camp, (drawn) => {
        const people = drawn.map(([one]) => one);
        const tickets = drawn.map(([, level, due], i) => ({ id: `s${i}`, level, due }));
        const formed = new Matchmaker(POLICY, STEPS, tableOf(people)).form(tickets, 1);
        const placed = formed.flatMap(({ members }) => members);
        expect(new Set(placed).size).toBe(placed.length);
        for (const { members, level } of formed) {
          const own = members.map((id) => tickets.find((ticket) => ticket.id === id)!);
          expect(own.some(({ due }) => due)).toBe(true);
          expect(Math.min(...own.map((ticket) => ticket.level))).toBeGreaterThanOrEqual(level);
          for (const ticket of own) expect(violations(people, ticket.level, members)).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('leave nobody waiting with whom a group could still be formed', () => {
    const camp = fc.array(fc.tuple(person, fc.integer({ min: 0, max: 2 })), { minLength: 3, maxLength: 7 });
    fc.assert(
      fc.property(camp, (drawn) => {
        const people = drawn.map(([one]) => one);
        const tickets = ticketsOf(drawn.map(([, level]) => level));
        const formed = new Matchmaker(POLICY, STEPS, tableOf(people)).form(tickets, 1);
        const placed = new Set(formed.flatMap(({ members }) => members));
        const left = tickets.filter(({ id }) => !placed.has(id));
        const problems = [0, 1, 2].map((level) => compile(widen(POLICY, STEPS, level), tableOf(people)));
        for (const members of subsets(left, 2, 4)) {
          const problem = problems[Math.min(...members.map(({ level }) => level))]!;
          const ids = members.map(({ id }) => id);
          expect(evaluate(problem, [{ name: '', members: ids }]).hardViolations, ids.join()).not.toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('are the same for the same seed', () => {
    const people = alike(30).map((one, i) => ({ ...one, level: 1 + (i % 5) }));
    const form = () => new Matchmaker(POLICY, STEPS, tableOf(people)).form(ticketsOf(people.map(() => 0)), 7);
    expect(form()).toEqual(form());
    expect(form()).toHaveLength(10);
  });
});

describe('widening', () => {
  const narrow = { mon: ['9', '10'], tue: [] };

  it('lets those wait who would only fit a group that one of them does not accept yet', () => {
    const form = (levels: number[]) =>
      new Matchmaker(POLICY, STEPS, tableOf(alike(3, narrow))).form(ticketsOf(levels), 1);
    expect(form([1, 1, 0])).toEqual([]);
    expect(form([1, 1, 1])).toMatchObject([{ members: ['s0', 's1', 's2'], level: 1 }]);
  });

  it('scores a group by the policy as it stands', () => {
    const [group] = new Matchmaker(POLICY, STEPS, tableOf(alike(3, narrow))).form(ticketsOf([1, 1, 1]), 1);
    expect(group?.matched.criteria[0]).toMatchObject({ kind: 'overlap', satisfied: false });
    expect(group?.matched.criteria).toHaveLength(3);
  });

  it('takes the sizes that the policy wants before those that are merely allowed by now', () => {
    const groups = new Matchmaker(POLICY, STEPS, tableOf(alike(4))).form(ticketsOf([2, 2, 2, 2]), 1);
    expect(groups.map(({ members }) => members.length)).toEqual([3]);
  });

  it('groups nobody before somebody is due', () => {
    const maker = new Matchmaker(POLICY, STEPS, tableOf(alike(12)));
    expect(maker.form(ticketsOf(Array(12).fill(0), false), 1)).toEqual([]);
    const oneDue = ticketsOf(Array(12).fill(0), false).map((ticket, i) => ({ ...ticket, due: i === 0 }));
    expect(maker.form(oneDue, 1)).toMatchObject([{ members: expect.arrayContaining(['s0']) }]);
  });
});

it('who is tied to somebody waits until both do', () => {
  const columns = ['id', 'name', 'team mates'];
  const rows = ['a', 'b', 'c', 'd'].map((id, i) => [id, `Name ${id}`, i === 0 ? 'Name b' : i === 1 ? 'Name a' : '']);
  const policy: QueuePolicy = {
    groupSize: { min: 3, max: 3 },
    id: 'id',
    criteria: [{ kind: 'together', column: 'team mates', hard: true }],
  };
  const form = (ids: string[]) =>
    new Matchmaker(policy, [], makeTable(columns, rows)).form(
      ids.map((id) => ({ id, level: 0, due: true })),
      1,
    );
  expect(form(['a', 'c', 'd'])).toEqual([]);
  expect(form(['a', 'b', 'd'])).toMatchObject([{ members: ['a', 'b', 'd'] }]);
});

it('placements tell what a newcomer does to each group, and which rules would break', () => {
  const people = [...alike(4), ...alike(1, { mon: ['9'], tue: [] }), ...alike(1, { gender: 'woman' }), ...alike(1)];
  const problem = compile({ ...POLICY, groupSize: { min: 2, max: 3 } }, tableOf(people));
  const groups = [
    { id: 'full', members: ['s0', 's1', 's6'] },
    { id: 'open', members: ['s2', 's3'] },
  ];
  const broken = placements(problem, groups, ['s4', 's5']).map(({ group, student, breaks }) => [
    group,
    student,
    breaks,
  ]);
  const [hours, alone] = [expect.stringContaining('common'), expect.stringContaining('woman')];
  expect(broken).toEqual([
    ['full', 's4', [hours, 'groups of at most 3']],
    ['full', 's5', [alone, 'groups of at most 3']],
    ['open', 's4', [hours]],
    ['open', 's5', [alone]],
  ]);
  expect(placements(problem, [{ id: 'open', members: ['s2', 's3'] }], ['s0'])).toEqual([
    { group: 'open', student: 's0', before: expect.any(Number), after: expect.any(Number), breaks: [] },
  ]);
});

function subsets<T>(all: readonly T[], least: number, most: number): T[][] {
  const found: T[][] = [];
  for (let mask = 1; mask < 1 << all.length; mask++) {
    const chosen = all.filter((_, i) => mask & (1 << i));
    if (chosen.length >= least && chosen.length <= most) found.push(chosen);
  }
  return found;
}
