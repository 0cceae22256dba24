import { Id } from '@tailcamp/contracts';
import { z } from 'zod';
import { job } from '../../../../platform/queue/index.js';

/** Finishes an answer whose process has died; where it lives, or the answer is over, it does nothing. */
export const FINISH_TURN = job({ name: 'curriculum.finish-tutor-turn', payload: z.object({ turnId: Id }) });

/** How long an answer is left to the process that has begun it, before somebody looks after it. Milliseconds. */
export const LOOK_AFTER = 30_000;
