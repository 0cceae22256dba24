import { Week } from '@tailcamp/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAYS, freeHourCells, NEVER_FREE, weekOf } from './availability.js';

it('lists the free hours of each day as a survey does', () => {
  const week = weekOf([[18, 19], [], [9], [], [], [], [0, 23]]);
  expect(freeHourCells(week)).toEqual(['18:00;19:00', '', '09:00', '', '', '', '00:00;23:00']);
});

it('reads back every week that it lists', () => {
  const weeks = fc.array(fc.boolean(), { minLength: 168, maxLength: 168 }).map((free) => free.map(Number).join(''));
  fc.assert(
    fc.property(weeks, (week) => {
      const hours = freeHourCells(week).map((cell) =>
        cell === '' ? [] : cell.split(';').map((hour) => Number(hour.slice(0, 2))),
      );
      expect(weekOf(hours)).toBe(week);
    }),
  );
});

it('has a week of 168 hours without a free one', () => {
  expect(Week.parse(NEVER_FREE)).toBe(weekOf(DAYS.map(() => [])));
});
