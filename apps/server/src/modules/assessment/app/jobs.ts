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
