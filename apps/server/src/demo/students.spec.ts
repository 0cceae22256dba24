import { Profile } from '@tailcamp/contracts';
import { compile, makeTable, proposePolicy, recogniseColumns, report, solve } from '@tailcamp/matching';
import { describe, expect, it } from 'vitest';
import { rosterTable } from '../modules/camps/domain/roster-table.js';
import { makeStudents } from './students.js';

const students = makeStudents(120, 2026);
const table = (() => {
  const members = students.map(({ name, email, answers }, i) => {
    const place = { campId: 'camp', role: 'student', version: 1, joinedAt: new Date(0) } as const;
    return { ...place, id: `member-${i}`, userId: `user-${i}`, name, email, answers };
  });
  const profiles = new Map(students.map(({ profile }, i) => [`user-${i}`, profile]));
  const { columns, rows } = rosterTable(members, profiles);
  return makeTable(columns, rows);
})();

it('makes the same students from the same seed, and others from another', () => {
  expect(makeStudents(120, 2026)).toEqual(students);
  expect(makeStudents(120, 2027)).not.toEqual(students);
});

it('makes people with names, addresses and profiles of their own', () => {
  expect(new Set(students.map(({ name }) => name)).size).toBe(120);
  expect(new Set(students.map(({ email }) => email)).size).toBe(120);
  for (const { email, profile } of students) {
    expect(email).toMatch(/^[a-z.-]+@example\.org$/);
    expect(Profile.parse(profile)).toEqual(profile);
  }
});

it('is recognised by the engine column by column', () => {
  const kinds = Object.fromEntries(recogniseColumns(table).map(({ name, recognisedAs }) => [name, recognisedAs]));
  expect(kinds).toMatchObject({
    'Member id': 'id',
    Name: 'name',
    Gender: 'category',
    Background: 'category',
    'Programming level': 'number',
    'People I would like to work with': 'wish',
    'People I would rather not work with': 'avoid',
    Interests: 'list',
    Goals: 'list',
    Languages: 'list',
    'Wished roles': 'list',
    'Time zone': 'timeZone',
    'Free time [Monday]': 'schedule',
    'Free time [Sunday]': 'schedule',
  });
});

describe('the policy proposed for them', () => {
  const { policy, notices } = proposePolicy(table);

  it('has every rule hard, for all of them can be kept', () => {
    expect(notices).toEqual([]);
    const hard = policy.criteria.filter((criterion) => criterion.hard).map(({ kind }) => kind);
    expect(hard).toEqual(expect.arrayContaining(['apart', 'overlap', 'notAlone']));
    expect(policy).toMatchObject({ id: 'Member id', timeZone: 'Time zone' });
  });

  it('leads to groups that break none of them', () => {
    const problem = compile(policy, table);
    const solved = solve(problem, { seed: 1, moves: 100_000 });
    const { hardViolations, groups } = report(problem, solved, 0);
    expect(hardViolations).toEqual([]);
    expect(groups.flatMap(({ members }) => members)).toHaveLength(120);
  });
});
