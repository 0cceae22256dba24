import type { ClassResult } from '@tailcamp/contracts';
import { csvOf } from '../../../kernel/csv.js';

/** A class as CSV: one row for each student, then how probable it is that they master each skill. */
export function resultsCsv(skills: readonly { id: string }[], results: readonly ClassResult[]): string {
  const head = ['name', 'member', 'state', 'answered', 'ability', 'standard error', 'finished', 'to grade'];
  const rows = results.map((result) => [
    result.name,
    result.memberId,
    result.state,
    result.answered,
    rounded(result.ability),
    rounded(result.standardError),
    result.finishedAt ?? '',
    result.pending,
    ...result.mastery.map(rounded),
  ]);
  return csvOf([[...head, ...skills.map(({ id }) => id)], ...rows]);
}

/** Three digits say all that an estimate knows. */
const rounded = (value: number | null): number | string => (value === null ? '' : Number(value.toFixed(3)));
