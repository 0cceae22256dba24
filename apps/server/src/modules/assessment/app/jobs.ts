import { Id, Slug } from '@tailcamp/contracts';
import { z } from 'zod';
import { job } from '../../../platform/queue/index.js';

/** Works out how often each question of a track, as a camp has it, may be asked. */
export const LIMIT_EXPOSURE = job({
  name: 'assessment.limit-exposure',
  payload: z.object({ campId: Id.nullable(), track: Slug }),
});
/** Ends the attempts whose time is up. */
export const END_ATTEMPTS = job({ name: 'assessment.end-attempts', payload: z.object({}) });
/** Estimates the parameters of a track's questions from the answers of a camp. */
export const CALIBRATE = job({ name: 'assessment.calibrate', payload: z.object({ calibrationId: Id }) });
/** Ends the calibrations whose job is a dead letter, so that the track can be calibrated again. */
export const END_LOST_CALIBRATIONS = job({ name: 'assessment.end-lost-calibrations', payload: z.object({}) });
/** Proposes a grade for a written answer. */
export const PROPOSE_GRADE = job({ name: 'assessment.propose-grade', payload: z.object({ answerId: Id }) });
