import { Id } from '@tailcamp/contracts';
import { z } from 'zod';
import { job } from '../../../../platform/queue/index.js';

export const APPLY_IMPORT = job({ name: 'camps.apply-import', payload: z.object({ importId: Id }) });
/** Forgets files that were read and never applied. */
export const DISCARD_IMPORTS = job({ name: 'camps.discard-imports', payload: z.object({}) });
