import { z } from 'zod';
import { job } from '../../../../platform/queue/index.js';

/** Drafts what somebody wished for. Run twice it does nothing more: only a draft that is not over takes a result. */
export const PERFORM_DRAFT = job({
  name: 'curriculum.draft',
  payload: z.object({ campId: z.uuid(), draftId: z.uuid() }),
  attempts: 3,
});
