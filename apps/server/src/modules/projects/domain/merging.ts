/** Field → the version in which it was changed last. */
export type Touched = Readonly<Record<string, number>>;

/** Those of `set` that are other than they are now: what is said again changes nothing. */
export function differing<T extends object>(now: T, set: { [F in keyof T]?: T[F] | undefined }): Partial<T> {
  const fields = Object.keys(set) as (keyof T)[];
  const changed = fields.filter((field) => set[field] !== undefined && !same(now[field], set[field]));
  return Object.fromEntries(changed.map((field) => [field, set[field]])) as Partial<T>;
}

/** Whether somebody has changed one of these fields since `version`. */
export const conflicts = (touched: Touched, version: number, fields: readonly string[]): boolean =>
  fields.some((field) => (touched[field] ?? 1) > version);

export const touchedBy = (touched: Touched, version: number, fields: readonly string[]): Record<string, number> => ({
  ...touched,
  ...Object.fromEntries(fields.map((field) => [field, version])),
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
