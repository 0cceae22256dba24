/** A copy without one of its optional fields; its kind stays what it is. */
export function without<T extends object>(
  whole: T,
  field: { [K in keyof T]: object extends Pick<T, K> ? K : never }[keyof T],
): T {
  const copy = { ...whole };
  delete copy[field];
  return copy;
}
