import type { Criterion } from '@tailcamp/contracts';
import { expect, it } from 'vitest';
import { freeHours } from './free-hours.js';
import { compile } from './policy/compile.js';
import { makeTable } from './survey/table.js';

const GROUPS = [
  { name: 'A', members: ['s0', 's1'] },
  { name: 'B', members: ['s2'] },
];

/** By group, the hours of the week at which somebody is free, as `hour × people`. */
function hours(columns: string[], rows: string[][], criterion: Criterion, timeZone?: string) {
  const table = makeTable(
    ['id', ...columns],
    rows.map((cells, i) => [`s${i}`, ...cells]),
  );
  const zone = timeZone === undefined ? {} : { timeZone };
  const problem = compile({ groupSize: { min: 1, max: 4 }, id: 'id', ...zone, criteria: [criterion] }, table);
  return Object.fromEntries(
    Object.entries(freeHours(problem, GROUPS)).map(([name, { zone, counts }]) => [
      name,
      [zone, ...counts.flatMap((count, hour) => (count > 0 ? [`${hour}×${count}`] : []))],
    ]),
  );
}

it('counts who is free in each hour, in no zone where the survey names none', () => {
  const rows = [
    ['9AM;10AM', 'noon'],
    ['10AM', ''],
    ['', '9AM'],
  ];
  expect(hours(['Free [Mon]', 'Free [Tue]'], rows, { kind: 'overlap', columns: 'Free [*]' })).toEqual({
    A: [null, '9×1', '10×2', '36×1'],
    B: [null, '33×1'],
  });
});

it('counts in UTC where zones are told; half an hour of two makes no hour', () => {
  const rows = [
    ['9AM', 'Europe/Madrid'],
    ['9AM', 'Asia/Kolkata'],
    ['', 'UTC'],
  ];
  const found = hours(['Free [Mon]', 'Zone'], rows, { kind: 'overlap', columns: 'Free [*]' }, 'Zone');
  expect(found.A?.[0]).toBe('UTC');
  // 9 in Kolkata is 3:30 to 4:30 in UTC.
  expect(found.A?.slice(1)).toHaveLength(1);
  expect(found.B).toEqual(['UTC']);
});

it('says nothing of times that are of no week, or where time is not asked', () => {
  const rows = [['Morning'], ['Evening'], ['Morning']];
  expect(hours(['When'], rows, { kind: 'overlap', column: 'When' })).toEqual({});
  expect(hours(['When'], rows, { kind: 'gather', column: 'When' })).toEqual({});
});
