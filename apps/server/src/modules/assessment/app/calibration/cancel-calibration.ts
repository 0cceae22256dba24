import { Injectable } from '@nestjs/common';
import type { Calibration, calibrations, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { CalibrationStore } from '../../store/calibration/calibration-store.js';
import { CalibrationView } from './calibration-view.js';

/** It is over at once; its worker, in whatever process, sees it by the next round that it may not write. */
@Injectable()
export class CancelCalibration {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly store: CalibrationStore,
    private readonly view: CalibrationView,
  ) {}

  async run(actor: Actor, { campId, calibrationId }: ParsedInputOf<typeof calibrations.cancel>): Promise<Calibration> {
    await this.access.require(actor, campId, 'assessment.manage');
    await this.view.one(campId, calibrationId);
    await this.database.transaction(async (tx) => {
      if (!(await this.store.end(tx, calibrationId, 'cancelled', null, this.clock.now()))) return;
      await this.streams.append(tx, `camp:${campId}`, 'calibration.changed', { calibrationId, state: 'cancelled' });
    });
    const now = await this.view.one(campId, calibrationId);
    if (now.state !== 'cancelled')
      throw new AppError('conflict', { detail: `This calibration is ${now.state} already.` });
    return now;
  }
}
