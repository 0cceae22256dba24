import type { Policy, RunInput } from '@tailcamp/contracts';
import { evaluate, nameGroups, solve } from '@tailcamp/matching';
import { describe, expect, it } from 'vitest';
import { seated } from '../arrangement';
import { Desk } from './desk';

const INTERESTS = ['music', 'chess', 'robots', 'films'];
const policy: Policy = {
  groupSize: { min: 4, max: 4 },
  criteria: [
    { kind: 'similar', column: 'Interests' },
    { kind: 'balance', column: 'Level' },
    { kind: 'notAlone', column: 'Gender', value: 'Woman', hard: true },
  ],
};

function inputOf(students: number): RunInput {
  const rows = Array.from({ length: students }, (_, i) => [
    `m${i}`,
    [INTERESTS[i % 4], INTERESTS[(i * 3 + 1) % 4]].join(';'),
    String(1 + ((i * 7) % 5)),
    i % 3 === 0 ? 'Woman' : 'Man',
  ]);
  return { engine: '', policy, columns: ['Member id', 'Interests', 'Level', 'Gender'], rows, idColumn: 'Member id' };
}

function deskOf(students: number) {
  const desk = new Desk(inputOf(students), policy);
  const groups = nameGroups(desk.problem, solve(desk.problem, { seed: 1, moves: 5000 }).groups);
  return { desk, groups: groups.map(({ name, members }) => ({ name, members: [...members] })) };
}

describe('an edit', () => {
  it('is previewed with what it would come to, and changes nothing', () => {
    const { desk, groups } = deskOf(24);
    const standing = desk.score(groups);
    const [member = ''] = groups[0]?.members ?? [];
    const next = seated(groups, member, { group: 'Group 2', with: null });
    const preview = desk.preview(next);
    const scratch = evaluate(desk.problem, next);
    expect(preview).toMatchObject({ worst: scratch.worst, hardViolations: scratch.hardViolations });
    expect(preview.objective).toBeCloseTo(scratch.objective, 12);
    expect(preview.groups.map(({ name }) => name)).toEqual(['Group 1', 'Group 2']);
    expect(desk.preview(groups)).toMatchObject({ objective: standing.objective, groups: [] });
  });

  it('costs the hovering hand less than a frame', () => {
    for (const [students, most] of [
      [120, 16],
      [1000, 100],
    ] as const) {
      const { desk, groups } = deskOf(students);
      desk.score(groups);
      const [member = ''] = groups[0]?.members ?? [];
      const looks = groups.slice(1, 21);
      const before = process.cpuUsage();
      for (const { name, members } of looks)
        desk.preview(seated(groups, member, { group: name, with: members[0] ?? null }));
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000 / looks.length, `${students} students`).toBeLessThan(most);
    }
  });
});

it('tells other places for everybody of a group', () => {
  const { desk, groups } = deskOf(24);
  const places = desk.places(groups, 'Group 3', [groups[0]?.members[0] ?? ''], 2);
  expect(places.map(([member]) => member).sort()).toEqual([...(groups[2]?.members ?? [])].sort());
  expect(places.every(([, best]) => best.length === 2)).toBe(true);
});

it('solves the rest step by step', () => {
  const { desk, groups } = deskOf(24);
  const steps = desk.solve({ groups, locked: { members: [], groups: ['Group 1'] } }, 1);
  let told = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      expect([...(step.value[0]?.members ?? [])].sort()).toEqual([...(groups[0]?.members ?? [])].sort());
      break;
    }
    told++;
  }
  expect(told).toBeGreaterThan(0);
});

it('refuses a policy that the students cannot fill', () => {
  expect(() => new Desk(inputOf(8), { ...policy, criteria: [{ kind: 'similar', column: 'Hobbies' }] })).toThrow(
    /Hobbies/,
  );
});
