/** A pattern in which `*` is any text, the empty one too, and all else is literal; case and outer spaces do not count. */
export function patternOf(pattern: string): RegExp {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const source = pattern.replace(/\s+/g, ' ').trim().split('*').map(literal).join('.*');
  return new RegExp(`^${source}$`, 'isu');
}

/** The columns that a pattern names, in the order of the table. A literal name wins over its reading as a pattern. */
export function matchColumns(columns: readonly string[], pattern: string): string[] {
  if (columns.includes(pattern)) return [pattern];
  const expression = patternOf(pattern);
  return columns.filter((column) => expression.test(column));
}
