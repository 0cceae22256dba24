import { Injectable } from '@nestjs/common';
import type { CalibrationProblem } from '@tailcamp/contracts';
import type { z } from 'zod';
import { breather } from '../../../../kernel/breathing.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database } from '../../../../platform/database/index.js';
import type { JobRun } from '../../../../platform/queue/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { Log } from '../../../../platform/telemetry/index.js';
import { type CalibratedItem, calibrate, MOST_ROUNDS } from '../../domain/calibration/calibrate.js';
import type { GivenAnswer } from '../../domain/calibration/responses.js';
import { BankStore, type Measuring } from '../../store/bank/bank-store.js';
import { CalibrationStore, type Execution, type Proposed } from '../../store/calibration/calibration-store.js';
import { EstimateStore } from '../../store/calibration/estimate-store.js';
import type { CALIBRATE } from '../jobs.js';
import { AnswersOfTrack } from './answers-of-track.js';

class EngineBroke extends Error {}

/**
 * Does one calibration, a step at a time with other work between. Begun again after its worker was lost, it starts anew
 * from the answers that there are then; only the execution begun last can write.
 */
@Injectable()
export class PerformCalibration {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly bank: BankStore,
    private readonly answers: AnswersOfTrack,
    private readonly store: CalibrationStore,
    private readonly estimates: EstimateStore,
    private readonly log: Log,
  ) {}

  async run({ calibrationId }: z.output<typeof CALIBRATE.payload>, { signal }: Pick<JobRun, 'signal'>): Promise<void> {
    const row = await this.store.find(calibrationId);
    if (row === null) return;
    const measuring = await this.bank.measuring(row.campId, row.track);
    const { given, learners } = await this.answers.of(row.campId, row.track, measuring);
    const execution = await this.begin(calibrationId, { learners, answers: given.length });
    if (execution === null) return;
    try {
      const found = await this.estimate(execution, measuring, given, signal);
      if (found !== null) await this.propose(execution, proposalOf(found, measuring));
    } catch (error) {
      if (!(error instanceof EngineBroke)) throw error;
      this.log.error({ err: error.cause, calibrationId }, 'the calibration broke down');
      await this.fail(execution, 'engine');
    }
  }

  private begin(id: string, volume: { learners: number; answers: number }): Promise<Execution | null> {
    return this.database.transaction(async (tx) => {
      const execution = await this.store.begin(tx, id, volume);
      if (execution === null) return null;
      const data = { calibrationId: id, state: 'running' } as const;
      await this.streams.append(tx, `camp:${execution.campId}`, 'calibration.changed', data);
      return execution;
    });
  }

  /** @returns null when the execution does not count any more */
  private async estimate(
    execution: Execution,
    measuring: readonly Measuring[],
    given: readonly GivenAnswer[],
    signal: AbortSignal,
  ): Promise<readonly CalibratedItem[] | null> {
    const items = measuring.map(({ slug: id, authored: parameters }) => ({ id, parameters }));
    const steps = calibrate(items, given);
    const breath = breather();
    for (;;) {
      await breath();
      signal.throwIfAborted();
      const step = stepOf(steps);
      if (step.done === true) return step.value;
      if (step.value !== undefined && !(await this.tell(execution, step.value.round))) return null;
    }
  }

  private tell(execution: Execution, iteration: number): Promise<boolean> {
    const { id: calibrationId, campId } = execution;
    return this.database.transaction(async (tx) => {
      if (!(await this.store.progress(tx, execution, iteration))) return false;
      const data = { calibrationId, iteration, of: MOST_ROUNDS };
      await this.streams.append(tx, `camp:${campId}`, 'calibration.progress', data);
      return true;
    });
  }

  private async propose(execution: Execution, proposal: readonly Proposed[]): Promise<void> {
    const { id: calibrationId, campId } = execution;
    await this.database.transaction(async (tx) => {
      if (!(await this.store.propose(tx, execution, proposal, this.clock.now()))) return;
      await this.estimates.putMisfits(tx, campId, proposal);
      await this.streams.append(tx, `camp:${campId}`, 'calibration.changed', { calibrationId, state: 'proposed' });
      await this.streams.append(tx, `camp:${campId}`, 'items.changed', { campId });
    });
  }

  private async fail({ id: calibrationId, campId }: Execution, problem: CalibrationProblem): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await this.store.end(tx, calibrationId, 'failed', problem, this.clock.now()))) return;
      await this.streams.append(tx, `camp:${campId}`, 'calibration.changed', { calibrationId, state: 'failed' });
    });
  }
}

/** What the engine throws it would throw again; what fails in the database is worth another try. */
function stepOf(steps: ReturnType<typeof calibrate>): ReturnType<typeof steps.next> {
  try {
    return steps.next();
  } catch (error) {
    throw new EngineBroke('The engine broke down', { cause: error });
  }
}

/** Of those that somebody has answered. */
function proposalOf(found: readonly CalibratedItem[], measuring: readonly Measuring[]): Proposed[] {
  const measures = new Map(measuring.map((item) => [item.slug, item]));
  return found.flatMap(({ id: slug, parameters: after, standardErrors: errors, counts, fit }) => {
    const item = measures.get(slug);
    const { infit, outfit, misfits } = fit;
    if (item === undefined || infit === null || outfit === null) return [];
    const answers = counts.right + counts.wrong + counts.declined;
    const { askedHash, parameters: before } = item;
    return [{ slug, askedHash, answers, before, after, errors: { ...errors }, infit, outfit, misfits }];
  });
}
