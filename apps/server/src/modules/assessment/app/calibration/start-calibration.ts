import { Injectable } from '@nestjs/common';
import { type Calibration, type calibrations, LEAST_LEARNERS, type ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { newId } from '../../../../kernel/id.js';
import { Database } from '../../../../platform/database/index.js';
import { Queue } from '../../../../platform/queue/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { AnswerStore } from '../../store/bank/answer-store.js';
import { BankStore } from '../../store/bank/bank-store.js';
import { CalibrationStore } from '../../store/calibration/calibration-store.js';
import { CALIBRATE } from '../jobs.js';
import { CalibrationView } from './calibration-view.js';

/** Has a job estimate the parameters of a track's questions; one calibration of a track at a time. */
@Injectable()
export class StartCalibration {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: Queue,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly bank: BankStore,
    private readonly answers: AnswerStore,
    private readonly store: CalibrationStore,
    private readonly view: CalibrationView,
  ) {}

  async run(actor: Actor, { campId, track }: ParsedInputOf<typeof calibrations.start>): Promise<Calibration> {
    await this.access.require(actor, campId, 'assessment.manage');
    if (!(await this.view.titles(campId)).has(track)) throw notFound('The track');
    const volume = await this.answers.volume(campId, track, await this.bank.measuring(campId, track));
    if (volume.learners < LEAST_LEARNERS) throw tooFew(volume.learners);
    const id = newId();
    await this.database.transaction(async (tx) => {
      const jobId = await this.queue.add(tx, CALIBRATE, { calibrationId: id }, { key: id });
      const row = { id, campId, track, jobId, createdAt: this.clock.now(), ...volume };
      if (!(await this.store.insert(tx, row))) throw alreadyGoing();
      const data = { calibrationId: id, state: 'queued' } as const;
      await this.streams.append(tx, `camp:${campId}`, 'calibration.changed', data);
    });
    return this.view.one(campId, id);
  }
}

const tooFew = (learners: number) =>
  new AppError('conflict', {
    detail: `A calibration takes the answers of ${LEAST_LEARNERS} learners; this track has those of ${learners}.`,
  });
const alreadyGoing = () =>
  new AppError('conflict', {
    detail: 'A calibration of this track is going already; wait for it, or cancel it.',
  });
