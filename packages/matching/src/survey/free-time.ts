import { parseClockTime, showMinutes, WEEKDAY_NAMES, weekdayOf } from './clock-time.js';
import { spellingKey, splitList } from './spelling.js';

/**
 * When each student is free, as bits: cell `c` of student `i` is bit `c & 31` of `free[i * words + (c >> 5)]`. Cells come in
 * runs (a day, or the whole week in UTC) of `runLength`; a block is `blockCells` cells in a row within one run.
 */
export interface FreeTime {
  readonly free: Uint32Array;
  readonly words: number;
  readonly cells: number;
  readonly runLength: number;
  readonly blockCells: number;
  /** "hour" when a block lasts one, else "block". */
  readonly blockName: string;
  /** Cells `from` up to, not including, `to` of one run in words: `Tue 18–20`. */
  describe(from: number, to: number): string;
  /** ` UTC`, or how to read the times otherwise. */
  readonly zone: string;
  /** The minutes of the week that a cell covers, from Monday 0:00; null where it names no day or no time of day. */
  minutes(cell: number): readonly [from: number, to: number] | null;
}

export interface TimetableAnswers {
  readonly columns: readonly string[];
  /** By column, then student. */
  readonly cells: readonly (readonly string[])[];
  readonly busy: boolean;
  readonly blockLabels: number;
}

interface Label {
  readonly text: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** The grid column × label as the students gave it, labels by time of day (those that are no time after, as they came). */
export function readFreeTime(answers: TimetableAnswers): FreeTime {
  const { labels, position, step } = readLabels(answers);
  const { columns } = answers;
  const runLength = labels.length;
  const cells = columns.length * runLength;
  const students = answers.cells[0]?.length ?? 0;
  const words = Math.max(1, Math.ceil(cells / 32));
  const free = new Uint32Array(students * words);
  for (let i = 0; i < students; i++) {
    columns.forEach((_, c) => {
      for (const cell of freeLabels(answers, c, i, position, runLength)) setBit(free, i * words, c * runLength + cell);
    });
  }
  const weekdays = columns.map(weekdayOf);
  const minutes = (cell: number) => {
    const [day, label] = [weekdays[Math.floor(cell / runLength)] ?? null, labels[cell % runLength]];
    if (day === null || label?.start == null) return null;
    return [day * 1440 + label.start, day * 1440 + (label.end ?? label.start + step)] as const;
  };
  const days = columns.map((column, c) => {
    const day = weekdays[c] ?? null;
    return day === null
      ? (/\[([^\]]*)\]\s*$/.exec(column)?.[1] ?? (columns.length > 1 ? column : ''))
      : WEEKDAY_NAMES[day];
  });
  const describe = (from: number, to: number) => {
    const [first, last] = [labels[from % runLength], labels[(to - 1) % runLength]];
    const day = days[Math.floor(from / runLength)] ?? '';
    if (first?.start == null || last?.start == null) {
      return `${day} ${first?.text}${to - from > 1 ? ` to ${last?.text}` : ''}`.trim();
    }
    return `${day} ${showMinutes(first.start)}–${showMinutes(last.end ?? last.start + step)}`.trim();
  };
  const blockName =
    step * answers.blockLabels === 60 && labels.every((label) => label.start !== null) ? 'hour' : 'block';
  const zone = ' (time as given)';
  return { free, words, cells, runLength, blockCells: answers.blockLabels, blockName, describe, zone, minutes };
}

const WEEK = 7 * 1440;

/**
 * The same in UTC: each student's labels moved by the student's offset, on cells short enough for every offset.
 * @throws {RangeError} when a column names no weekday or a label is no time of day.
 */
export function readFreeTimeInUtc(answers: TimetableAnswers, offsets: readonly number[]): FreeTime {
  const { labels, position, step } = readLabels(answers);
  const days = answers.columns.map((column) => {
    const day = weekdayOf(column);
    if (day === null) throw new RangeError(`"${column}" names no weekday, so it cannot be moved to UTC`);
    return day;
  });
  for (const label of labels) {
    if (label.start === null) throw new RangeError(`"${label.text}" is no time of day, so it cannot be moved to UTC`);
  }
  const ends = labels.map((label) => label.end ?? (label.start ?? 0) + step);
  const quantum = [...labels.map((label) => label.start ?? 0), ...ends, ...offsets, 60].reduce(gcd, step);
  const cells = WEEK / quantum;
  const words = Math.ceil(cells / 32);
  const free = new Uint32Array(offsets.length * words);
  offsets.forEach((offset, i) => {
    days.forEach((day, c) => {
      for (const l of freeLabels(answers, c, i, position, labels.length)) {
        for (let minute = labels[l]?.start ?? 0; minute < (ends[l] ?? 0); minute += quantum) {
          const utc = (((day * 1440 + minute - offset) % WEEK) + WEEK) % WEEK;
          setBit(free, i * words, Math.floor(utc / quantum));
        }
      }
    });
  });
  const describe = (from: number, to: number) => {
    const [start, end] = [from * quantum, to * quantum];
    const day = Math.floor(start / 1440);
    const until = end - day * 1440;
    const next = until > 1440 ? `${WEEKDAY_NAMES[Math.floor((end - 1) / 1440)]} ` : '';
    return `${WEEKDAY_NAMES[day]} ${showMinutes(start % 1440)}–${next}${showMinutes(until > 1440 ? ((end - 1) % 1440) + 1 : until)}`;
  };
  const blockCells = (answers.blockLabels * step) / quantum;
  const blockName = step * answers.blockLabels === 60 ? 'hour' : 'block';
  const minutes = (cell: number) => [cell * quantum, (cell + 1) * quantum] as const;
  return { free, words, cells, runLength: cells, blockCells, blockName, describe, zone: ' UTC', minutes };
}

function freeLabels(
  answers: TimetableAnswers,
  column: number,
  student: number,
  position: ReadonlyMap<string, number>,
  labels: number,
): number[] {
  const listed = new Set<number>();
  for (const piece of splitList(answers.cells[column]?.[student] ?? '')) {
    const at = position.get(spellingKey(piece));
    if (at !== undefined) listed.add(at);
  }
  return Array.from({ length: labels }, (_, l) => l).filter((l) => listed.has(l) !== answers.busy);
}

function readLabels({ cells }: TimetableAnswers): { labels: Label[]; position: Map<string, number>; step: number } {
  const seen = new Map<string, Label>();
  for (const cell of cells.flat()) {
    for (const text of splitList(cell)) {
      const key = spellingKey(text);
      if (seen.has(key)) continue;
      const time = parseClockTime(text);
      seen.set(key, { text, start: time?.start ?? null, end: time?.end ?? null });
    }
  }
  const order = ({ start }: Label) => start ?? Number.MAX_SAFE_INTEGER;
  const sorted = [...seen].sort(([, a], [, b]) => order(a) - order(b));
  const labels = sorted.map(([, label]) => label);
  const starts = labels.map((label) => label.start).filter((start) => start !== null);
  const differences = starts.slice(1).map((start, i) => start - (starts[i] ?? 0));
  const step = Math.min(...differences.filter((difference) => difference > 0), 60);
  return { labels, position: new Map(sorted.map(([key], i) => [key, i])), step };
}

function setBit(bits: Uint32Array, base: number, cell: number): void {
  const word = base + (cell >> 5);
  bits[word] = (bits[word] ?? 0) | (1 << (cell & 31));
}

function gcd(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : gcd(b, a % b);
}
