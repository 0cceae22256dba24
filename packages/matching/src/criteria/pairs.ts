import { PeopleIndex } from '../survey/people.js';
import { readCategories } from './answers.js';
import type { Brought, ColumnAnswers } from './measure.js';

/** Who is tied to whom, both ways, as compressed rows: the partners of `i` are `partners[starts[i]]` up to `starts[i + 1]`. */
export interface Ties {
  readonly starts: Int32Array;
  readonly partners: Int32Array;
  readonly notices: readonly string[];
}

const WISHED = /\b(like|want|wish|prefer|friends?)\b/i;

/**
 * Pairs from columns that name students, or from columns whose equal answers tie (last term's groups). With `mutual`, a
 * column of wishes ties only those who name each other; any other list ties whoever is listed.
 */
export function readTies({ columns, cells, students }: ColumnAnswers, mutual: boolean): Ties {
  const people = new PeopleIndex(students);
  const tied = students.ids.map(() => new Set<number>());
  const notices: string[] = [];
  columns.forEach((column, c) => {
    const answers = cells[c] ?? [];
    if (answers.every((cell) => cell === '')) return;
    if (!people.isPeople(answers)) {
      const { codes, blank } = readCategories(column, answers);
      codes.forEach((code, i) => {
        if (code === blank) return;
        codes.forEach((other, j) => {
          if (other === code && i !== j) tied[i]?.add(j);
        });
      });
      return;
    }
    const named = answers.map((cell, i) => {
      const read = people.read(cell);
      notices.push(...read.notices.map((notice) => `${students.names[i]}, "${column}": ${notice}`));
      return new Set(read.found.filter((j) => j !== i));
    });
    const needsBoth = mutual && WISHED.test(column);
    named.forEach((others, i) => {
      for (const j of others) {
        if (needsBoth && !named[j]?.has(i)) continue;
        tied[i]?.add(j);
        tied[j]?.add(i);
      }
    });
  });
  const starts = new Int32Array(tied.length + 1);
  tied.forEach((others, i) => {
    starts[i + 1] = starts[i]! + others.size;
  });
  const partners = Int32Array.from(tied.flatMap((others) => [...others].sort((a, b) => a - b)));
  return { starts, partners, notices };
}

export function partnersOf({ starts, partners }: Ties, student: number): Int32Array {
  return partners.subarray(starts[student]!, starts[student + 1]!);
}

/** Each pair once, the smaller number first. */
export function wirePairs(ties: Ties): [number, number][] {
  return Array.from({ length: ties.starts.length - 1 }, (_, a) => a).flatMap((a) =>
    [...partnersOf(ties, a)].filter((b) => a < b).map((b): [number, number] => [a, b]),
  );
}

export function tiedStudents(ties: Ties, label: string): Brought[] {
  let students = 0;
  for (let i = 0; i + 1 < ties.starts.length; i++) if (partnersOf(ties, i).length > 0) students++;
  return [{ label, students }];
}

/** Partners of `student` who are in `group`, `except` left out. */
export function partnersIn(ties: Ties, groupOf: Int32Array, student: number, group: number, except: number): number {
  const { starts, partners } = ties;
  let count = 0;
  for (let at = starts[student]!; at < starts[student + 1]!; at++) {
    const partner = partners[at]!;
    if (groupOf[partner] === group && partner !== except) count++;
  }
  return count;
}
