/** A pattern in which `*` is any text, the empty one too, and all else is literal; case and outer spaces do not count. */
export function patternOf(pattern: string): RegExp {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const source = pattern.replace(/\s+/g, ' ').trim().split('*').map(literal).join('(.*)');
  return new RegExp(`^${source}$`, 'isu');
}

/** What stands at the last `*` of the pattern; null for a pattern without one, or a column that it does not name. */
export function textAtStar(column: string, pattern: string): string | null {
  return patternOf(pattern).exec(column)?.at(-1)?.trim() ?? null;
}

/** The columns that a pattern names, in the order of the table. A literal name wins over its reading as a pattern. */
export function matchColumns(columns: readonly string[], pattern: string): string[] {
  if (columns.includes(pattern)) return [pattern];
  const expression = patternOf(pattern);
  return columns.filter((column) => expression.test(column));
}
