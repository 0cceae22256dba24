import { z } from 'zod';
import { job } from '../../../../platform/queue/index.js';

/** Brings what is searched into step with lessons and skills, and embeds what has no vector of the model in use. */
export const REFRESH_SEARCH = job({ name: 'curriculum.refresh-search', payload: z.object({}) });
