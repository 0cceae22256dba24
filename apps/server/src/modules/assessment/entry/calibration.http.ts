import { Controller } from '@nestjs/common';
import { calibrations, type ParsedInputOf } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { ApplyCalibration } from '../app/calibration/apply-calibration.js';
import { CancelCalibration } from '../app/calibration/cancel-calibration.js';
import { GetCalibration } from '../app/calibration/get-calibration.js';
import { ListCalibrations } from '../app/calibration/list-calibrations.js';
import { StartCalibration } from '../app/calibration/start-calibration.js';

@Controller()
export class CalibrationController {
  constructor(
    private readonly startCalibration: StartCalibration,
    private readonly listCalibrations: ListCalibrations,
    private readonly getCalibration: GetCalibration,
    private readonly cancelCalibration: CancelCalibration,
    private readonly applyCalibration: ApplyCalibration,
  ) {}

  @Serve(calibrations.start)
  start(input: ParsedInputOf<typeof calibrations.start>, caller: UserActor) {
    return this.startCalibration.run(caller, input);
  }

  @Serve(calibrations.list)
  list(input: ParsedInputOf<typeof calibrations.list>, caller: UserActor) {
    return this.listCalibrations.run(caller, input);
  }

  @Serve(calibrations.get)
  get(input: ParsedInputOf<typeof calibrations.get>, caller: UserActor) {
    return this.getCalibration.run(caller, input);
  }

  @Serve(calibrations.cancel)
  cancel(input: ParsedInputOf<typeof calibrations.cancel>, caller: UserActor) {
    return this.cancelCalibration.run(caller, input);
  }

  @Serve(calibrations.apply)
  apply(input: ParsedInputOf<typeof calibrations.apply>, caller: UserActor) {
    return this.applyCalibration.run(caller, input);
  }
}
