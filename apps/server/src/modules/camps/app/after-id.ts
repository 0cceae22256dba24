import { Id } from '@tailcamp/contracts';
import { AppError } from '../../../kernel/app-error.js';
import { decodeCursor } from '../../../kernel/page.js';

/**
 * The id that a page of a list ended with, for lists in the order of their ids; null for the first page.
 * @throws AppError `invalid_input` naming the cursor
 */
export function afterId(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const id = Id.safeParse(decodeCursor(cursor, 1)[0]);
  if (id.success) return id.data;
  throw new AppError('invalid_input', { fields: [{ field: 'cursor', message: 'Not a cursor of this list' }] });
}
