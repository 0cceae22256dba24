import { Id } from '@tailcamp/contracts';
import { z } from 'zod';
import { job } from '../../../platform/queue/index.js';

export const PERFORM_RUN = job({ name: 'matching.run', payload: z.object({ runId: Id }) });
/** Ends the runs whose job is a dead letter, so that the camp can be matched again. */
export const END_LOST_RUNS = job({ name: 'matching.end-lost-runs', payload: z.object({}) });
/** Looks at the queue of a camp: `change` is the one that asked for it, null when its time has come. */
export const LOOK_AT_QUEUE = job({
  name: 'matching.look-at-queue',
  payload: z.object({ campId: Id, change: z.number().int().nullable() }),
});
/** Looks at the queues whose own jobs are lost. */
export const SWEEP_QUEUES = job({ name: 'matching.sweep-queues', payload: z.object({}) });
