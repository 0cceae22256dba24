import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayIn, daysBetween, mondayOf, sundayOfWeek, weekOf } from './calendar.js';
import { type PlanRequest, planned } from './plan.js';
import { contentOf, type PlannedStep } from './steps.js';
import { stuckOn } from './stuck.js';
import { nextSteps, type PathFacts, pathView } from './view.js';

const GRAPH: Record<string, string[]> = { names: [], verbs: ['names'], questions: ['verbs'], stories: ['questions'] };
const skills = new Map(
  Object.entries(GRAPH).map(([id, requires], at) => [
    id,
    { id, title: id.toUpperCase(), track: 'talk', domain: 'words', level: at + 1, requires },
  ]),
);
const request = (differently: Partial<PlanRequest> = {}): PlanRequest => ({
  goals: [{ kind: 'track', id: 'talk' }],
  skills,
  known: () => false,
  minutesOf: () => ({ minutes: 40, minutesLeft: 40 }),
  project: [],
  minutesPerWeek: 60,
  startsOn: '2026-11-02',
  now: 0,
  ...differently,
});
const weeks = (steps: readonly PlannedStep[]) => Object.fromEntries(steps.map(({ skill, week }) => [skill, week]));
const begun = (step: PlannedStep, state: 'started' | 'done' = 'started'): PlannedStep => ({
  ...step,
  state,
  startedAt: new Date(0),
});
const never = () => false;

describe('the calendar', () => {
  it('knows the day of a zone, and the Monday and the week of a day', () => {
    const late = new Date('2026-11-01T23:30:00Z');
    expect([dayIn('UTC', late), dayIn('Pacific/Auckland', late)]).toEqual(['2026-11-01', '2026-11-02']);
    expect(mondayOf('2026-11-08')).toBe('2026-11-02');
    expect([weekOf('2026-11-02', '2026-11-08'), weekOf('2026-11-02', '2026-11-09')]).toEqual([0, 1]);
    expect(sundayOfWeek('2026-11-02', 1)).toBe('2026-11-15');
    expect([addDays('2026-02-28', 1), daysBetween('2026-03-28', '2026-03-30')]).toEqual(['2026-03-01', 2]);
  });
});

describe('a plan', () => {
  it('puts what a goal rests on into weeks, without what is known', () => {
    expect(weeks(planned(request(), [], never))).toEqual({ names: 0, verbs: 1, questions: 2, stories: 3 });
    const known = (skill: string) => skill === 'names';
    expect(weeks(planned(request({ known }), [], never))).toEqual({ verbs: 0, questions: 1, stories: 2 });
    const goals = [{ kind: 'skill' as const, id: 'verbs' }];
    expect(weeks(planned(request({ goals }), [], never))).toEqual({ names: 0, verbs: 1 });
  });

  it('leaves what is begun where it is, and gives the rest the time that is left from now on', () => {
    const [names, ...rest] = planned(request(), [], never);
    const before = [begun(names!), ...rest];
    const minutesOf = (skill: string) => ({ minutes: 40, minutesLeft: skill === 'names' ? 15 : 40 });
    // Of the third week names still takes 15 minutes, which leaves room for verbs.
    const after = planned(request({ now: 2, minutesOf }), before, never);
    expect(after[0]).toEqual(before[0]);
    expect(weeks(after)).toEqual({ names: 0, verbs: 2, questions: 3, stories: 4 });
  });

  it('moves up when something is mastered, and keeps what is late where it was if told to', () => {
    const before = planned(request(), [], never);
    const known = (skill: string) => skill === 'verbs';
    const late = planned(request({ now: 1, known }), before, ({ week }) => week < 1);
    expect(weeks(late)).toEqual({ names: 0, questions: 2, stories: 3 });
    expect(weeks(planned(request({ now: 1, known }), before, never))).toEqual({ names: 1, questions: 2, stories: 3 });
  });

  it('keeps a day that an instructor gave, as long as it is later than the planned one', () => {
    const before = planned(request(), [], never).map((step) => ({ ...step, extendedTo: '2026-11-20' }));
    const after = planned(request(), before, never);
    // The Sundays are those of 8, 15, 22 and 29 November.
    expect(after.map(({ extendedTo }) => extendedTo)).toEqual(['2026-11-20', '2026-11-20', null, null]);
  });

  it('drops goals and skills that the camp has no more', () => {
    const goals = [{ kind: 'skill' as const, id: 'gone' }];
    expect(planned(request({ goals }), planned(request(), [], never), never)).toEqual([]);
  });

  it('never moves what is begun, whatever is known and however late it is', () => {
    const names = [...skills.keys()];
    fc.assert(
      fc.property(
        fc.subarray(names),
        fc.subarray(names),
        fc.nat(6),
        fc.integer({ min: 15, max: 200 }),
        (started, known, now, minutesPerWeek) => {
          const before = planned(request(), [], never).map((step) =>
            started.includes(step.skill) ? begun(step) : step,
          );
          const after = planned(request({ now, minutesPerWeek, known: (one) => known.includes(one) }), before, never);
          for (const step of before.filter(({ state }) => state === 'started')) expect(after).toContainEqual(step);
          for (const { skill, state, week } of after.filter((step) => step.state === 'planned')) {
            expect([skill, state, known.includes(skill)]).toEqual([skill, 'planned', false]);
            expect(week).toBeGreaterThanOrEqual(now);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

const facts = (steps: readonly PlannedStep[], differently: Partial<PathFacts> = {}): PathFacts => ({
  goals: [{ kind: 'track', id: 'talk' }],
  minutesPerWeek: 60,
  version: 1,
  startsOn: '2026-11-02',
  steps,
  tracks: [{ id: 'talk', title: 'Talk', domains: [{ id: 'words', title: 'Words' }] }],
  skills,
  project: [],
  mastery: () => null,
  known: () => false,
  content: () => ({ minutes: 40, minutesLeft: 40, lessons: 2, read: 0 }),
  today: '2026-11-03',
  ...differently,
});

describe('a path as it is seen', () => {
  it('says of each step whether it may be started, when it is due and why it is there', () => {
    const view = pathView(facts(planned(request(), [], never), { project: ['verbs'] }));
    expect(view.steps.map(({ skill, state, due }) => [skill.id, state, due])).toEqual([
      ['names', 'ready', '2026-11-08'],
      ['verbs', 'locked', '2026-11-15'],
      ['questions', 'locked', '2026-11-22'],
      ['stories', 'locked', '2026-11-29'],
    ]);
    expect(view.steps[1]).toMatchObject({ after: ['names'], useful: true, late: false });
    expect(view.steps[0]?.reasons).toEqual([
      { kind: 'track', track: { id: 'talk', title: 'Talk' } },
      { kind: 'needed', by: [{ id: 'verbs', title: 'VERBS' }] },
    ]);
    expect(view).toMatchObject({ known: 0, done: 0, late: 0, minutesLeft: 160, endsOn: '2026-11-29' });
    expect(view.weeks[0]).toEqual({ startsOn: '2026-11-02', minutes: 40, steps: ['names'] });
    expect(nextSteps(view.steps, 3)).toEqual(['names']);
  });

  it('counts what was known, and tells what is late and what is done', () => {
    const known = (skill: string) => skill === 'names';
    const steps = planned(request({ known }), [], never);
    const view = pathView(facts([begun(steps[0]!, 'done'), ...steps.slice(1)], { known, today: '2026-11-30' }));
    expect(view.steps.map(({ state, late }) => [state, late])).toEqual([
      ['done', false],
      ['ready', true],
      ['locked', true],
    ]);
    expect(view).toMatchObject({ known: 1, done: 1, late: 2 });
  });
});

it('knows who does not get on, and with what', () => {
  const { steps } = pathView(facts(planned(request(), [], never), { today: '2026-11-17' }));
  const activity = { last: '2026-11-16', today: '2026-11-17', wrong: () => 0 };
  const names = { id: 'names', title: 'NAMES' };
  // Verbs is late too, but waits for names.
  expect(stuckOn(steps, activity)).toEqual([{ kind: 'late', skill: names, days: 9 }]);
  const wrong = (skill: string) => (skill === 'names' ? 3 : 2);
  expect(stuckOn(steps, { ...activity, wrong, last: '2026-11-10' })).toEqual([
    { kind: 'wrong', skill: names, answers: 3 },
    { kind: 'late', skill: names, days: 9 },
    { kind: 'idle', days: 7 },
  ]);
  expect(stuckOn([], { ...activity, last: '2026-01-01' })).toEqual([]);
});

it('counts the minutes of lessons and of the questions that close them, each once', () => {
  const lessons = [
    { id: 'one', minutes: 8, check: ['q1', 'q2'] },
    { id: 'two', minutes: 12, check: ['q2'] },
  ];
  expect(contentOf(lessons, new Map([['one', new Date(0)]]))).toEqual({
    minutes: 24,
    minutesLeft: 16,
    lessons: 2,
    read: 1,
  });
  expect(contentOf([], new Map())).toMatchObject({ minutes: 30, lessons: 0 });
});
