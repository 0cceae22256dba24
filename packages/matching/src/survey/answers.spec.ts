import { describe, expect, it } from 'vitest';
import { courseSurvey, toCsv } from '../fixtures/course-survey.js';
import { parseClockTime, weekdayOf } from './clock-time.js';
import { recogniseColumns } from './columns.js';
import { readFreeTimeInUtc } from './free-time.js';
import { parseNumber, parseRating } from './numbers.js';
import { matchColumns } from './pattern.js';
import { PeopleIndex } from './people.js';
import { spellingKey } from './spelling.js';
import { identifyStudents } from './students.js';
import { makeTable, readTable } from './table.js';
import { offsetOfZone } from './time-zone.js';

describe('spellings', () => {
  it.each([
    ['non-binary', 'Nonbinary '],
    ['prefer not to say', 'Prefer not to say.'],
    ['Ph.D.', 'PhD'],
    ['3.0', '3'],
  ])('%j and %j are one answer', (a, b) => expect(spellingKey(a)).toBe(spellingKey(b)));
  it.each([
    ['C', 'C++'],
    ['C', 'C#'],
    ['1-2', '12'],
    ['-1', '1'],
    ['Latino', 'Latinx'],
  ])('%j and %j are two', (a, b) => expect(spellingKey(a)).not.toBe(spellingKey(b)));
});

it('numbers and ranks are read from cells', () => {
  expect(['57.6', '57,6', '80 %', '-3', 'n/a', '', '12 years'].map(parseNumber)).toEqual([
    57.6,
    57.6,
    80,
    -3,
    null,
    null,
    null,
  ]);
  expect(['4. I have OFTEN', '(2) A bit', 'Section 11', '3'].map(parseRating)).toEqual([4, 2, null, 3]);
});

it('clock times are read in the ways that forms write them', () => {
  const starts = ['8AM', 'noon', '12 AM', '13:30', '9:15 pm', '18–20', '11-1pm', '9', 'Tuesday'].map((label) =>
    parseClockTime(label),
  );
  expect(starts.map((time) => time?.start ?? null)).toEqual([480, 720, 0, 810, 1275, 1080, 660, null, null]);
  expect(starts.map((time) => time?.end ?? null)).toEqual([null, null, null, null, null, 1200, 780, null, null]);
  expect(['Free [Sunday]', 'tues', 'Thursdays', 'monthly', 'Sunny days'].map(weekdayOf)).toEqual([6, 1, 3, null, null]);
});

it('zones are read by name and by offset', () => {
  const zones = ['UTC', 'Europe/Madrid', 'UTC+5:30', '(GMT-03:00) Brasilia', '+0200', 'Asia/Kathmandu', 'Atlantis', ''];
  expect(zones.map(offsetOfZone)).toEqual([0, 60, 330, -180, 120, 345, null, null]);
});

it('patterns take * for any text and all else literally', () => {
  const columns = ['Pick a+b [Mon]', 'Pick a+b [Tue]', 'Pick aab [Mon]', 'Other'];
  expect(matchColumns(columns, 'Pick a+b [*]')).toEqual(columns.slice(0, 2));
  expect(matchColumns(columns, '*')).toEqual(columns);
  expect(matchColumns(columns, 'other')).toEqual(['Other']);
  expect(matchColumns(columns, 'Pick [MT]*')).toEqual([]);
});

describe('people named in cells', () => {
  const rows = [
    ['ann@x.example', 'Ann', 'Andrzejewski'],
    ['bo@x.example', 'Bo', 'Blackwelder'],
    ['bo2@x.example', 'Bo', 'Blank'],
  ];
  const people = new PeopleIndex(identifyStudents(makeTable(['email', 'first name', 'last name'], rows)));
  it('are found by name, in either order, by e-mail and by a name that only one has', () => {
    expect(people.read('Ann Andrzejewski; Blackwelder, Bo').found).toEqual([0, 1]);
    expect(people.read('BO@x.example,ann').found).toEqual([1, 0]);
    expect(people.read('Bó blank').notices).toEqual([]);
  });
  it('are found with a slip, and told', () => {
    expect(people.read('Ann Andrejewski')).toEqual({
      found: [0],
      notices: ['"Ann Andrejewski" read as Ann Andrzejewski'],
    });
  });
  it('are left out, and told, when two could be meant or nobody', () => {
    expect(people.read('Bo')).toEqual({
      found: [],
      notices: ['"Bo" left out: it could be Bo Blackwelder or Bo Blank'],
    });
    expect(people.read('Nobody Here').notices).toEqual(['"Nobody Here" left out: no student of that name']);
  });
});

it('columns of a real form are recognised', () => {
  const kinds = recogniseColumns(readTable(toCsv(courseSurvey()))).map(({ recognisedAs }) => recognisedAs);
  const week = Array.from({ length: 7 }, () => 'schedule');
  expect(kinds).toEqual([
    'text',
    'name',
    'name',
    'email',
    'category',
    'list',
    'number',
    'number',
    ...week,
    'wish',
    'avoid',
    'text',
  ]);
});

it('time in several zones is compared in UTC, across midnight and the end of the week', () => {
  const labels = '10PM;11PM';
  const columns = ['Free [Sunday]', 'Free [Monday]'];
  const cells = [
    [labels, '10PM', labels],
    ['', '', ''],
  ];
  const time = readFreeTimeInUtc({ columns, cells, busy: false, blockLabels: 1 }, [0, 330, -120]);
  const free = (student: number) => {
    const hours: string[] = [];
    for (let c = 0; c < time.cells; c++) {
      if (((time.free[student * time.words + (c >> 5)]! >>> (c & 31)) & 1) === 1) hours.push(time.describe(c, c + 1));
    }
    return hours;
  };
  // Half an hour is what all offsets have in common, so that an hour is two cells.
  expect(time.blockCells).toBe(2);
  expect(free(0)).toEqual(['Sun 22–22:30', 'Sun 22:30–23', 'Sun 23–23:30', 'Sun 23:30–24']);
  expect(free(1)).toEqual(['Sun 16:30–17', 'Sun 17–17:30']);
  // Two hours behind UTC, Sunday from 22 is Monday from 0: the week begins anew.
  expect(free(2)).toEqual(['Mon 0–0:30', 'Mon 0:30–1', 'Mon 1–1:30', 'Mon 1:30–2']);
});
