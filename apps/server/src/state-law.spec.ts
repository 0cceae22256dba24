import { EVENTS, type EventKind } from '@tailcamp/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TestApp } from './testing/app.js';
import type { Stage, Step } from './testing/histories/history.js';
import { HISTORIES } from './testing/histories/index.js';
import { KeptAnswers } from './testing/state-law.js';

/** Kinds whose history is still to be written; who writes it takes them out of here. */
const AWAITED: readonly EventKind[] = [
  'queue.changed',
  'queue.settings',
  'ticket.changed',
  'ticket.widened',
  'assessment.settings',
  'assessment.results',
  'attempt.changed',
  'attempt.graded',
  'grading.changed',
  'grading.proposed',
  'items.changed',
  'lessons.changed',
  'draft.changed',
  'calibration.progress',
  'calibration.changed',
  'path.changed',
  'paths.changed',
  'tutor.changed',
  'proposal.changed',
  'workspace.changed',
  'tasks.changed',
  'column.changed',
  'column.removed',
  'label.changed',
  'label.removed',
  'comment.changed',
  'submission.changed',
  'meetings.changed',
  'milestone.changed',
  'milestone.removed',
  'template.changed',
  'grades.changed',
];
const RUNS = 2;
/** The same histories in every run; another number for others. */
const SEED = 20_261_125;

let app: TestApp;
/** What was told since the step that is being done began. */
const told = new Set<string>();
const proved = new Set<string>();
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '1000000' });
  const append = app.platform.streams.append.bind(app.platform.streams);
  vi.spyOn(app.platform.streams, 'append').mockImplementation((tx, stream, kind, ...rest) => {
    told.add(kind);
    return append(tx, stream, kind, ...rest);
  });
});
afterAll(() => app.close());

describe('what was read, and what is told since, give what is read anew', () => {
  it.each(HISTORIES)('$name', { timeout: 600_000 }, async ({ stage }) => {
    const choice = fc.record({ step: fc.nat(1_000), again: fc.boolean(), look: fc.boolean(), late: fc.nat(3) });
    const choices = fc.infiniteStream(choice);
    const holds = fc.asyncProperty(choices, async (chosen) => happen(await stage(app), chosen));
    await fc.assert(holds, { numRuns: RUNS, endOnFailure: true, seed: SEED });
  });

  it('for every kind of event there is', () => {
    const missing = Object.keys(EVENTS).filter((kind) => !proved.has(kind) && !AWAITED.includes(kind as EventKind));
    expect(missing, 'kinds of EVENTS that no history in testing/histories tells').toEqual([]);
    expect(
      AWAITED.filter((kind) => proved.has(kind)),
      'kinds that a history tells by now',
    ).toEqual([]);
  });
});

interface Choice {
  step: number;
  again: boolean;
  look: boolean;
  late: number;
}

/** Every step in whatever order is possible, some of them twice; now and then the onlookers look. */
async function happen({ onlookers, steps }: Stage, choices: Iterator<Choice>): Promise<void> {
  const kept = onlookers.map((onlooker) => new KeptAnswers(onlooker));
  const done: Step[] = [];
  const next = (): Choice => choices.next().value;
  const { late: first } = next();
  for (const each of kept) await each.open(first);
  while (done.length < steps.length) {
    const { step, again, look, late } = next();
    const left = steps.filter((each) => !done.includes(each));
    const one = oneOf(
      left.filter(({ last }) => last === undefined || left.length === 1),
      step,
    );
    expect(one, `steps that cannot be done after ${names(done)}: ${names(left)}`).toBeDefined();
    await doIt(one as Step);
    done.push(one as Step);
    const twice = again && !one?.last ? oneOf(done, step) : undefined;
    if (twice) await doIt(twice);
    if (!look && done.length < steps.length) continue;
    for (const each of kept) {
      await each.holdTo(names(done));
      await each.open(late);
    }
  }
}

const names = (steps: readonly Step[]) => steps.map(({ name }) => name).join(', ');

function oneOf(steps: readonly Step[], choice: number): Step | undefined {
  const ready = steps.filter(({ ready = () => true }) => ready());
  return ready[choice % ready.length];
}

async function doIt({ name, tells, run }: Step): Promise<void> {
  told.clear();
  await run();
  expect([...told], `what was told by: ${name}`).toEqual(expect.arrayContaining([...tells]));
  for (const kind of tells) proved.add(kind);
}
