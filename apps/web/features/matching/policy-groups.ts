import type { PolicyGroup, SurveyColumn } from '@tailcamp/contracts';

const IN_BRACKETS = /\[([^\]]*)\]\s*$/;

/** What students ranked, such as projects: the pattern of the columns and the names in brackets; null where there is none. */
export function rankedIn(columns: readonly SurveyColumn[]): { pattern: string; names: string[] } | null {
  const ranked = columns.filter(({ recognisedAs }) => recognisedAs === 'rank').map(({ name }) => name);
  const patterns = new Set(ranked.map((name) => name.replace(IN_BRACKETS, '[*]')));
  const [pattern] = patterns;
  if (pattern === undefined || patterns.size > 1) return null;
  return { pattern, names: ranked.map((name) => IN_BRACKETS.exec(name)?.[1]?.trim() ?? name) };
}

/** Groups to begin with, as many as names, that take all students with a place or so to spare in each. */
export function groupsFor(names: readonly string[], students: number): PolicyGroup[] {
  const even = students / Math.max(1, names.length);
  const min = Math.max(0, Math.floor(even) - 1);
  return names.map((name) => ({ name, min, max: Math.min(1000, Math.max(1, min, Math.ceil(even) + 1)) }));
}

/** A name that none of the groups has yet. */
export function freshName(groups: readonly PolicyGroup[], nameOf: (number: number) => string): string {
  const taken = new Set(groups.map(({ name }) => name.toLowerCase()));
  let number = groups.length + 1;
  while (taken.has(nameOf(number).toLowerCase())) number++;
  return nameOf(number);
}
