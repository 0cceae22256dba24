import { isList, Spellings, spellingKey, splitList } from '../survey/spelling.js';
import type { ColumnAnswers } from './measure.js';

/** One column as categories; a blank is a category of its own. */
export interface Categories {
  /** By student, index into `labels`. */
  readonly codes: Int32Array;
  readonly labels: readonly string[];
  /** The code of a blank; -1 when nobody left it blank. */
  readonly blank: number;
  readonly notices: readonly string[];
}

export const NO_ANSWER = 'no answer';

export function readCategories(column: string, cells: readonly string[]): Categories {
  const spellings = new Spellings();
  const keys = cells.map((cell) => (cell === '' ? null : spellings.add(cell)));
  const order = spellings.keys();
  const code = new Map(order.map((key, i) => [key, i]));
  const anyBlank = keys.includes(null);
  return {
    codes: Int32Array.from(keys, (key) => (key === null ? order.length : (code.get(key) ?? order.length))),
    labels: [...order.map((key) => spellings.shown(key)), ...(anyBlank ? [NO_ANSWER] : [])],
    blank: anyBlank ? order.length : -1,
    notices: spellings.notices(column),
  };
}

/** Who holds each value: `held[i * values + v]` is 1 when student `i` holds value `v`. */
export interface Holders {
  readonly held: Uint8Array;
  readonly values: readonly string[];
  /** Holders of each value in the cohort. */
  readonly counts: readonly number[];
  readonly notices: readonly string[];
}

export interface WantedValues {
  readonly value?: string | undefined;
  readonly values?: readonly string[] | undefined;
}

/**
 * Holders of the wanted values, which count as one; without any, of each value that the columns hold (a blank among them
 * only if `blanks`). A student holds a value by the whole cell or by one piece of a list, in any of the columns.
 */
export function readHolders(
  { columns, cells, students }: ColumnAnswers,
  wanted: WantedValues,
  blanks: boolean,
): Holders {
  const spellings = columns.map(() => new Spellings());
  const answers = students.ids.map((_, i) => {
    const keys = new Set<string>();
    cells.forEach((column, c) => {
      const cell = column[i] ?? '';
      if (cell === '') return;
      const whole = spellings[c]?.add(cell);
      if (whole !== undefined) keys.add(whole);
      for (const piece of splitList(cell)) keys.add(spellingKey(piece));
    });
    return keys;
  });
  const notices = spellings.flatMap((spelling, c) => spelling.notices(columns[c] ?? ''));
  const named = [...(wanted.value === undefined ? [] : [wanted.value]), ...(wanted.values ?? [])];
  if (named.length > 0) {
    const keys = named.map(spellingKey);
    keys.forEach((key, k) => {
      if (!answers.some((held) => held.has(key)))
        notices.push(`nobody answered "${named[k]}" in "${columns.join(', ')}"`);
    });
    const held = Uint8Array.from(answers, (held) => (keys.some((key) => held.has(key)) ? 1 : 0));
    return { held, values: [named.join(' or ')], counts: [held.reduce((sum, one) => sum + one, 0)], notices };
  }
  const labels: string[] = [];
  const holders: (readonly number[])[] = [];
  cells.forEach((column) => {
    for (const { label, members } of everyValue(column, blanks)) {
      labels.push(label);
      holders.push(members);
    }
  });
  const held = new Uint8Array(students.ids.length * labels.length);
  holders.forEach((members, value) => {
    for (const i of members) held[i * labels.length + value] = 1;
  });
  return { held, values: labels, counts: holders.map((members) => members.length), notices };
}

/** Each value of a column, most frequent first, with who gave it: pieces of lists, else whole cells; a blank last, if told. */
function everyValue(cells: readonly string[], blanks: boolean): { label: string; members: number[] }[] {
  const lists = isList(cells);
  const spellings = new Spellings();
  const members = new Map<string, number[]>();
  cells.forEach((cell, i) => {
    const pieces = lists ? splitList(cell) : cell === '' ? [] : [cell];
    for (const key of new Set(pieces.map((piece) => spellings.add(piece)))) {
      const known = members.get(key);
      if (known === undefined) members.set(key, [i]);
      else known.push(i);
    }
  });
  const values = spellings.keys().map((key) => ({ label: spellings.shown(key), members: members.get(key) ?? [] }));
  const blank = [...cells.keys()].filter((i) => cells[i] === '');
  return blanks && blank.length > 0 ? [...values, { label: NO_ANSWER, members: blank }] : values;
}
