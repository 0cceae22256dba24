import { Id } from '@tailcamp/contracts';
import { z } from 'zod';
import { job } from '../../../platform/queue/index.js';

export const PERFORM_RUN = job({ name: 'matching.run', payload: z.object({ runId: Id }) });
/** Ends the runs whose job is a dead letter, so that the camp can be matched again. */
export const END_LOST_RUNS = job({ name: 'matching.end-lost-runs', payload: z.object({}) });
