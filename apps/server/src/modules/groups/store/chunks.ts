/** Rows in one statement: PostgreSQL takes 65,535 parameters. */
const CHUNK = 1000;

export function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += CHUNK) yield all.slice(from, from + CHUNK);
}
