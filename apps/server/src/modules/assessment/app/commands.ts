import { Id, Slug } from '@tailcamp/contracts';
import { z } from 'zod';

const file = { fileName: z.string().min(1).max(255), content: z.string() };
const campId = Id.nullable().describe('Null: the library, which every camp sees');

/** What the command line sends; both are taken as the machine's owner, who may do all of it. */
export const IMPORT_ITEMS = {
  name: 'import-items',
  input: z.strictObject({ ...file, campId, skill: Slug.nullable() }),
};
export const IMPORT_TRACK = {
  name: 'import-track',
  input: z.strictObject({ ...file, campId, track: Slug.nullable() }),
};
