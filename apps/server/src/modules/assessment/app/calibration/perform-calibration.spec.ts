import { type Calibration, calibrations, type EventData, type EventKind } from '@tailcamp/contracts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import type { Sql } from '../../../../platform/database/index.js';
import { type StreamName, Streams } from '../../../../platform/streams/index.js';
import type { TestApp } from '../../../../testing/app.js';
import { AssessingCamp, smallLibrary } from '../../../../testing/assessing-camp.js';
import { AnswerStore } from '../../store/bank/answer-store.js';
import { BankStore } from '../../store/bank/bank-store.js';
import { CalibrationStore } from '../../store/calibration/calibration-store.js';
import { EstimateStore } from '../../store/calibration/estimate-store.js';
import { AnswersOfTrack } from './answers-of-track.js';
import { EndLostCalibrations } from './end-lost-calibrations.js';
import { PerformCalibration } from './perform-calibration.js';

let app: TestApp;
let camp: AssessingCamp;
let begun: Calibration;
beforeAll(async () => {
  app = await smallLibrary();
  // Nobody does jobs but the tests themselves.
  await app.platform.queue.stop(1_000);
});
afterAll(() => app.close());
beforeEach(async () => {
  camp = await AssessingCamp.in(app);
  await camp.answered(60);
  begun = await start();
});

const start = () => camp.instructor.call(calibrations.start, { campId: camp.id, track: 'small-talk' });
const view = () => camp.instructor.call(calibrations.get, { campId: camp.id, calibrationId: begun.id });
const cancel = () => camp.instructor.call(calibrations.cancel, { campId: camp.id, calibrationId: begun.id });
const store = () => app.nest.get(CalibrationStore);

/** Hears what a worker tells, in the moment in which it does. */
class Overheard extends Streams {
  constructor(private readonly hear: (kind: EventKind) => void) {
    super();
  }
  append<K extends EventKind>(tx: Sql, stream: StreamName, kind: K, data: EventData<K>): Promise<number> {
    this.hear(kind);
    return app.platform.streams.append(tx, stream, kind, data);
  }
  redact(...given: Parameters<Streams['redact']>): Promise<void> {
    return app.platform.streams.redact(...given);
  }
  read(...given: Parameters<Streams['read']>): ReturnType<Streams['read']> {
    return app.platform.streams.read(...given);
  }
  sequence(stream: StreamName): Promise<number> {
    return app.platform.streams.sequence(stream);
  }
  extent(stream: StreamName): ReturnType<Streams['extent']> {
    return app.platform.streams.extent(stream);
  }
  onGrowth(...given: Parameters<Streams['onGrowth']>): ReturnType<Streams['onGrowth']> {
    return app.platform.streams.onGrowth(...given);
  }
}

function worker(streams: Streams = app.platform.streams, answers = app.nest.get(AnswersOfTrack)): PerformCalibration {
  const { database, clock, log } = app.platform;
  const estimates = app.nest.get(EstimateStore);
  return new PerformCalibration(database, clock, streams, app.nest.get(BankStore), answers, store(), estimates, log);
}
const perform = (by = worker(), signal = new AbortController().signal) =>
  by.run({ calibrationId: begun.id }, { signal });

it('gives up when its process stops, and is begun anew by another, whose word alone counts', async () => {
  const stopped = new AbortController();
  let rounds = 0;
  const lost = worker(
    new Overheard((kind) => {
      if (kind === 'calibration.progress' && ++rounds === 2) stopped.abort(new Error('The process stops'));
    }),
  );
  await expect(perform(lost, stopped.signal)).rejects.toThrow('The process stops');
  expect(await view()).toMatchObject({ state: 'running', iteration: 2, items: [] });
  await perform();
  const done = await view();
  expect(done.state).toBe('proposed');
  const execution = { id: begun.id, campId: camp.id, execution: 1 };
  await app.platform.database.transaction(async (tx) => {
    expect(await store().progress(tx, execution, 99)).toBe(false);
    expect(await store().propose(tx, execution, [], app.clock.now())).toBe(false);
  });
  // Delivered once more, as may happen, it changes nothing.
  await perform();
  expect(await view()).toEqual(done);
});

it('is over at once when it is cancelled, however far its worker is, and makes room for the next', async () => {
  const volume = { learners: 60, answers: begun.answers };
  const execution = await app.platform.database.transaction((tx) => store().begin(tx, begun.id, volume));
  if (execution === null) throw new Error('It was open');
  expect(await cancel()).toMatchObject({ state: 'cancelled', items: [], finishedAt: expect.any(String) });
  expect(await cancel()).toMatchObject({ state: 'cancelled' });
  expect(await app.platform.database.transaction((tx) => store().progress(tx, execution, 1))).toBe(false);
  await perform();
  expect((await view()).state).toBe('cancelled');
  const applied = { campId: camp.id, calibrationId: begun.id };
  expect((await camp.instructor.refused(calibrations.apply, applied)).code).toBe('conflict');
  expect((await start()).state).toBe('queued');
});

it('is too late to be cancelled once it has come to a proposal', async () => {
  await perform();
  const done = { campId: camp.id, calibrationId: begun.id };
  expect((await camp.instructor.refused(calibrations.cancel, done)).code).toBe('conflict');
});

it('says that the engine broke down, which another try would not mend', async () => {
  class Broken extends AnswersOfTrack {
    override async of() {
      const given = [
        {
          learner: 'l',
          item: 'i',
          get right(): boolean {
            throw new Error('No such answer');
          },
        },
      ];
      return { given, learners: 60 };
    }
  }
  await perform(worker(app.platform.streams, new Broken(app.nest.get(AnswerStore))));
  expect(await view()).toMatchObject({ state: 'failed', problem: 'engine', items: [] });
  expect((await start()).state).toBe('queued');
});

it('is called lost when its job will not come again, and only then', async () => {
  const { database, clock, queue, streams } = app.platform;
  const sweep = new EndLostCalibrations(database, clock, queue, streams, store());
  await sweep.run();
  expect((await view()).state).toBe('queued');
  await database.sql.execute(`update jobs set state = 'dead' where payload ->> 'calibrationId' = '${begun.id}'`);
  await sweep.run();
  expect(await view()).toMatchObject({ state: 'failed', problem: 'lost' });
  const [last] = (await streams.read(`camp:${camp.id}`, begun.seq, 100)).slice(-1);
  expect(last).toMatchObject({ kind: 'calibration.changed', data: { state: 'failed' } });
  expect((await start()).state).toBe('queued');
});
