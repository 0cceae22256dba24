import { decodeIdCursor } from '../../../kernel/page.js';

/**
 * The id that a page of a list ended with, for lists in the order of their ids; null for the first page.
 * @throws AppError `invalid_input` naming the cursor
 */
export const afterId = (cursor: string | undefined): string | null =>
  cursor === undefined ? null : decodeIdCursor(cursor);
