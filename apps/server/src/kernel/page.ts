import { Id } from '@tailcamp/contracts';
import { AppError } from './app-error.js';

export interface Page<T> {
  items: T[];
  /** The cursor of the next page, null on the last. */
  next: string | null;
}

/** A cursor is the sort key of the last row, opaque to callers. */
export const encodeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** @throws AppError `invalid_input` naming the field */
export function decodeCursor(cursor: string, length: number): (string | number)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => ['string', 'number'].includes(typeof part))
    ) {
      return key;
    }
  } catch {
    // told below
  }
  throw notACursor();
}

/**
 * The cursor of a list in the order of a number that counts from 1.
 * @throws AppError `invalid_input` naming the field
 */
export function decodeNumberCursor(cursor: string): number {
  const [number] = decodeCursor(cursor, 1);
  if (typeof number === 'number' && Number.isInteger(number) && number >= 1 && number < 2 ** 31) return number;
  throw notACursor();
}

/**
 * The cursor of a list in the order of ids.
 * @throws AppError `invalid_input` naming the field
 */
export function decodeIdCursor(cursor: string): string {
  const id = Id.safeParse(decodeCursor(cursor, 1)[0]);
  if (id.success) return id.data;
  throw notACursor();
}

const notACursor = () =>
  new AppError('invalid_input', { fields: [{ field: 'cursor', message: 'Not a cursor of this list' }] });

/** Cuts `limit + 1` rows into a page. */
export function pageOf<T>(rows: T[], limit: number, keyOf: (row: T) => (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
