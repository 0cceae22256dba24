import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeCounts, offsetMinutes } from './free-time.js';

const WINTER = new Date('2026-01-14T12:00:00Z');
const SUMMER = new Date('2026-07-15T12:00:00Z');
const ZONES = ['UTC', 'Europe/Lisbon', 'America/New_York', 'Asia/Kolkata', 'Asia/Kathmandu', 'Pacific/Auckland'];

const weekFree = (...hours: number[]) =>
  Array.from({ length: 168 }, (_, h) => (hours.includes(h) ? '1' : '0')).join('');
const hoursOf = (counts: number[] | null) => counts?.flatMap((count, hour) => (count > 0 ? [hour] : []));

describe('offsetMinutes', () => {
  it.each([
    ['UTC', WINTER, 0],
    ['Europe/Berlin', WINTER, 60],
    ['Europe/Berlin', SUMMER, 120],
    ['America/New_York', SUMMER, -240],
    ['America/St_Johns', WINTER, -210],
    ['Asia/Kathmandu', SUMMER, 345],
  ])('%s at %s is %i minutes ahead', (zone, at, minutes) => expect(offsetMinutes(zone, at)).toBe(minutes));
});

describe('freeCounts', () => {
  it('shows a free hour at the time it has on the viewer’s clock', () => {
    const berliner = { timeZone: 'Europe/Berlin', availability: weekFree(18) };
    expect(hoursOf(freeCounts([berliner], 'Europe/Berlin', WINTER))).toEqual([18]);
    expect(hoursOf(freeCounts([berliner], 'UTC', WINTER))).toEqual([17]);
  });

  it('follows daylight saving time', () => {
    const berliner = { timeZone: 'Europe/Berlin', availability: weekFree(18) };
    expect(hoursOf(freeCounts([berliner], 'UTC', SUMMER))).toEqual([16]);
  });

  it('goes round the end of the week', () => {
    const newYorker = { timeZone: 'America/New_York', availability: weekFree(167) };
    expect(hoursOf(freeCounts([newYorker], 'UTC', WINTER))).toEqual([4]);
  });

  it('counts an hour half an hour off only where the person is free through it', () => {
    const delhi = { timeZone: 'Asia/Kolkata', availability: weekFree(20, 21) };
    expect(hoursOf(freeCounts([delhi], 'UTC', WINTER))).toEqual([15]);
  });

  it('adds people up', () => {
    const one = { timeZone: 'UTC', availability: weekFree(9, 10) };
    const other = { timeZone: 'UTC', availability: weekFree(10) };
    expect(freeCounts([one, other], 'UTC', WINTER)?.slice(8, 12)).toEqual([0, 1, 2, 0]);
  });

  it('is null where nobody has told any free hour', () => {
    expect(freeCounts([], 'UTC', WINTER)).toBeNull();
    expect(freeCounts([{ timeZone: 'UTC', availability: weekFree() }], 'UTC', WINTER)).toBeNull();
  });

  it('never counts more hours than a person told, and as many between zones whole hours apart', () => {
    const person = fc.record({
      timeZone: fc.constantFrom(...ZONES),
      availability: fc
        .array(fc.constantFrom('0', '1'), { minLength: 168, maxLength: 168 })
        .map((week) => week.join('')),
    });
    fc.assert(
      fc.property(person, fc.constantFrom(...ZONES), (free, zone) => {
        const told = [...free.availability].filter((hour) => hour === '1').length;
        const seen = (freeCounts([free], zone, WINTER) ?? []).reduce((sum, count) => sum + count, 0);
        const whole = (offsetMinutes(zone, WINTER) - offsetMinutes(free.timeZone, WINTER)) % 60 === 0;
        return whole ? seen === told : seen <= told;
      }),
    );
  });
});
