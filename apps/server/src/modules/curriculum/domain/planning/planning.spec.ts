import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neededFor } from './needed.js';
import { ordered } from './order.js';
import { type DatedStep, fitToWeeks } from './weeks.js';

const graph: Record<string, string[]> = {
  caching: ['headers', 'status'],
  headers: ['http'],
  status: ['http'],
  http: ['text'],
  styling: ['markup'],
};
const requires = (skill: string) => graph[skill] ?? [];
const tenMinutes = { minutesOf: () => 10, useful: new Map<string, number>() };

describe('what has to be learnt', () => {
  it('is the goal and what it rests on, without what is known and what is needed only through that', () => {
    expect([...neededFor(['caching'], new Set(), requires)].sort()).toEqual([
      'caching',
      'headers',
      'http',
      'status',
      'text',
    ]);
    expect([...neededFor(['caching'], new Set(['headers']), requires)].sort()).toEqual([
      'caching',
      'http',
      'status',
      'text',
    ]);
    expect([...neededFor(['caching'], new Set(['http']), requires)].sort()).toEqual(['caching', 'headers', 'status']);
    expect([...neededFor(['caching'], new Set(['caching']), requires)]).toEqual([]);
  });
});

describe('the order of a path', () => {
  it('stays with what it was given where nothing speaks against it', () => {
    expect(ordered(['markup', 'text', 'styling', 'http'], requires, tenMinutes)).toEqual([
      'markup',
      'text',
      'styling',
      'http',
    ]);
    expect(ordered(['styling', 'markup'], requires, tenMinutes)).toEqual(['markup', 'styling']);
  });

  it('brings what the project needs forward, with what that rests on', () => {
    const skills = ['markup', 'styling', 'text', 'http', 'status', 'headers'];
    const wishes = { ...tenMinutes, useful: new Map([['headers', 1]]) };
    expect(ordered(skills, requires, wishes)).toEqual(['text', 'http', 'headers', 'markup', 'styling', 'status']);
  });

  it('takes first what is of use sooner', () => {
    const useful = new Map([
      ['caching', 2],
      ['styling', 1],
    ]);
    const order = ordered(['caching', 'headers', 'status', 'http', 'text', 'styling', 'markup'], requires, {
      minutesOf: () => 10,
      useful,
    });
    expect(order.slice(0, 2)).toEqual(['markup', 'styling']);
  });
});

describe('weeks', () => {
  const step = (skill: string, minutes: number, ...needed: string[]) => ({ skill, minutes, requires: needed });
  const weeksOf = (steps: readonly DatedStep[]) =>
    Object.fromEntries(steps.map(({ skill, week, until }) => [skill, [week, until]]));

  it('hold a step whole, and fill a gap with a later one that fits', () => {
    const dated = fitToWeeks([step('a', 40), step('b', 50), step('c', 20), step('d', 20, 'b')], [60]);
    expect(weeksOf(dated)).toEqual({ a: [0, 0], c: [0, 0], b: [1, 1], d: [2, 2] });
    expect(dated.map(({ skill }) => skill)).toEqual(['a', 'c', 'b', 'd']);
  });

  it('give a step longer than a week whole weeks, and leave out weeks without time', () => {
    expect(weeksOf(fitToWeeks([step('a', 10), step('b', 100), step('c', 30)], [30, 0, 40]))).toEqual({
      a: [0, 0],
      b: [2, 4],
      c: [5, 5],
    });
  });

  it('wait for the longer week to come', () => {
    expect(weeksOf(fitToWeeks([step('a', 50)], [20, 60, 20]))).toEqual({ a: [1, 1] });
  });

  it('leave what is kept where it is, its time taken first', () => {
    const kept = [{ skill: 'k', week: 0, until: 0, minutes: 50 }];
    expect(weeksOf(fitToWeeks([step('a', 20), step('k', 50), step('b', 10)], [60], kept))).toEqual({
      k: [0, 0],
      b: [0, 0],
      a: [1, 1],
    });
  });

  it('refuse to plan without any time', () => {
    expect(() => fitToWeeks([step('a', 20)], [60, 0])).toThrow(RangeError);
  });
});

/** A plan for some goals in a graph without a circle, in which each skill rests on earlier ones. */
const situations = fc
  .record({
    below: fc.array(fc.array(fc.nat(60), { maxLength: 4 }), { minLength: 1, maxLength: 60 }),
    minutes: fc.array(fc.integer({ min: 1, max: 240 }), { minLength: 60, maxLength: 60 }),
    goals: fc.array(fc.nat(59), { minLength: 1, maxLength: 5 }),
    known: fc.array(fc.nat(59), { maxLength: 15 }),
    useful: fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 9 })), { maxLength: 5 }),
    weeks: fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 5 }),
    last: fc.integer({ min: 1, max: 300 }),
  })
  .map(({ below, minutes, goals, known, useful, weeks, last }) => {
    const name = (at: number) => `s${at % below.length}`;
    const above = new Map(below.map((some, at) => [name(at), some.filter((n) => n < at).map(name)]));
    return {
      requires: (skill: string) => above.get(skill) ?? [],
      minutesOf: (skill: string) => minutes[Number(skill.slice(1))] ?? 1,
      goals: goals.map(name),
      known: new Set(known.map(name)),
      useful: new Map(useful.map(([at, use]) => [name(at), use])),
      minutesIn: [...weeks, last],
    };
  });

const total = (steps: readonly DatedStep[]) => steps.reduce((sum, { minutes }) => sum + minutes, 0);

describe('any plan', () => {
  it('violates no prerequisite, holds nothing known, misses nothing needed and keeps the hours of each week', () => {
    fc.assert(
      fc.property(situations, ({ requires, minutesOf, goals, known, useful, minutesIn }) => {
        const needed = neededFor(goals, known, requires);
        const order = ordered(needed, requires, { minutesOf, useful });
        expect([...order].sort()).toEqual([...needed].sort());
        const dated = fitToWeeks(
          order.map((skill) => ({ skill, minutes: minutesOf(skill), requires: requires(skill) })),
          minutesIn,
        );
        const at = new Map(dated.map((one, place) => [one.skill, { ...one, place }]));
        for (const { skill, week } of dated) {
          expect(known.has(skill)).toBe(false);
          for (const before of requires(skill).filter((one) => !known.has(one))) {
            expect(at.get(before)?.place).toBeLessThan(at.get(skill)?.place ?? -1);
            expect(at.get(before)?.until).toBeLessThanOrEqual(week);
          }
        }
        const timeOf = (week: number) => minutesIn[Math.min(week, minutesIn.length - 1)] ?? 0;
        const last = Math.max(...dated.map(({ until }) => until));
        for (let week = 0, time = 0; week <= last; week += 1) {
          time += timeOf(week);
          const within = dated.filter((one) => one.week === week && one.until === week);
          const done = dated.filter(({ until }) => until <= week);
          expect(total(within)).toBeLessThanOrEqual(timeOf(week));
          expect(total(done)).toBeLessThanOrEqual(time);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps what is started where it was, however the rest is planned anew', () => {
    fc.assert(
      fc.property(situations, fc.nat(5), ({ requires, minutesOf, goals, known, useful, minutesIn }, started) => {
        const plan = (kept: readonly DatedStep[], mastered: ReadonlySet<string>) => {
          const order = ordered(neededFor(goals, mastered, requires), requires, { minutesOf, useful });
          const steps = order.map((skill) => ({ skill, minutes: minutesOf(skill), requires: requires(skill) }));
          return fitToWeeks(steps, minutesIn, kept);
        };
        const before = plan([], known);
        const kept = before.slice(0, started);
        const mastered = new Set([
          ...known,
          ...before
            .slice(started)
            .filter((_, at) => at % 3 === 0)
            .map(({ skill }) => skill),
        ]);
        expect(plan(kept, mastered).filter(({ skill }) => kept.some((one) => one.skill === skill))).toEqual(kept);
      }),
      { numRuns: 300 },
    );
  });
});
