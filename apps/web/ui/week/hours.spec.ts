import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonSpans, dayNames, hourOf, paint, spansInWords, WEEK } from './hours';

const none = '0'.repeat(WEEK);

describe('commonSpans', () => {
  it('joins hours within a day, and not over midnight', () => {
    const counts = Array.from({ length: WEEK }, () => 1);
    for (const hour of [hourOf(0, 23), hourOf(1, 0), hourOf(5, 12), hourOf(5, 13)]) counts[hour] = 4;
    expect(commonSpans(counts, 4)).toEqual([
      { day: 0, from: 23, to: 24 },
      { day: 1, from: 0, to: 1 },
      { day: 5, from: 12, to: 14 },
    ]);
    expect(spansInWords(commonSpans(counts, 4), dayNames('en'), 2)).toBe('Mon 23–24, Sat 12–14');
  });
  it('has none of an empty group', () =>
    expect(
      commonSpans(
        Array.from({ length: WEEK }, () => 0),
        0,
      ),
    ).toEqual([]));
});

describe('paint', () => {
  it('fills a rectangle from any corner', () => {
    const week = paint(none, hourOf(3, 10), hourOf(1, 8), true);
    expect([...week].filter((hour) => hour === '1')).toHaveLength(9);
    expect(week[hourOf(2, 9)]).toBe('1');
    expect(week[hourOf(0, 9)]).toBe('0');
  });
  it('clearing what was painted gives the week as it was, where it was clear', () => {
    const hour = fc.integer({ min: 0, max: WEEK - 1 });
    fc.assert(fc.property(hour, hour, (a, b) => paint(paint(none, a, b, true), b, a, false) === none));
  });
});
