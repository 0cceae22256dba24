const FORMULA = /^'*[=+\-@\t\r]/;

/**
 * Rows of cells as CSV (RFC 4180, CRLF). A cell that a spreadsheet would take for a formula is quoted by an apostrophe
 * (OWASP, CSV injection); numbers are given as numbers, so that a negative one is left alone.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `${rows.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
