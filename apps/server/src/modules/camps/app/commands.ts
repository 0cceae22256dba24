import { Id } from '@tailcamp/contracts';
import { z } from 'zod';

/** What the command line sends; it is taken as the machine's owner, who may do all of it. */
export const FIND_CAMP = {
  name: 'find-camp',
  input: z.strictObject({ camp: z.string().nullable().describe('Its id or name; null where there is but one') }),
};
export const IMPORT_ROSTER = {
  name: 'import-roster',
  input: z.strictObject({ campId: Id, fileName: z.string().min(1).max(255), content: z.string() }),
};
