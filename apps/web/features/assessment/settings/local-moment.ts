/** An instant as a field of date and time shows it, in the reader's zone; empty for none. */
export function toLocal(instant: string | null): string {
  if (instant === null) return '';
  const date = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant that the field says; null while it says none. */
export function fromLocal(field: string): string | null {
  const date = new Date(field);
  return field === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}
