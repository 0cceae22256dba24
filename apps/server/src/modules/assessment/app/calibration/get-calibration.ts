import { Injectable } from '@nestjs/common';
import type { Calibration, calibrations, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { CampAccess } from '../../../camps/index.js';
import { CalibrationView } from './calibration-view.js';

/** A calibration, its progress and what it proposes. */
@Injectable()
export class GetCalibration {
  constructor(
    private readonly access: CampAccess,
    private readonly view: CalibrationView,
  ) {}

  async run(actor: Actor, { campId, calibrationId }: ParsedInputOf<typeof calibrations.get>): Promise<Calibration> {
    await this.access.require(actor, campId, 'assessment.manage');
    return this.view.one(campId, calibrationId);
  }
}
