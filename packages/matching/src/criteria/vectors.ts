import { cosinesOf } from '../large/cosines.js';
import { parseNumber, parseRating } from '../survey/numbers.js';
import { spellingKey, splitList } from '../survey/spelling.js';
import { base64, littleEndian } from '../wire/base64.js';
import { NO_ANSWER } from './answers.js';
import type { Brought, ColumnAnswers, UnitVectors } from './measure.js';
import { isFreeText, readTexts, TEXT_DIMENSIONS, type Texts } from './text.js';

/** Above this many students the matrix of all pairs (4 bytes each) is not kept, and each cosine is worked out anew. */
const MATRIX_STUDENTS = 6000;

/** Students as unit vectors of numbers and tags. */
export interface Vectors extends UnitVectors {
  readonly students: number;
  /** Cosine of two who have one, -1 to 1; 0 otherwise. */
  similarity(a: number, b: number): number;
  /** The same in full precision, from the vectors as they are and not from the matrix. */
  cosine(a: number, b: number): number;
  /** All cosines, row by row, where the cohort is small enough to keep them. */
  readonly matrix: Float32Array | null;
  /** Tags and words with how many have them, the most frequent first. */
  common(): Brought[];
  /** Tags and words that all of these have in common, most telling first. */
  shared(members: readonly number[]): string[];
  wire(): { dimensions: number; vectors: string; absent: number[] };
}

/**
 * A column of numbers is one dimension, and of ratings ("4. Often") too where there are several; a column of prose is as many
 * as a text's vector has, together of length 1; any other is a set of tags, list cells split, a blank being a tag of its own.
 * A tag that a single student holds lengthens that student's vector only. Blanks in numbers and prose add nothing.
 */
export function readVectors({ columns, cells, students }: ColumnAnswers): Vectors {
  const n = students.ids.length;
  const numberOf = columns.length > 1 ? parseRating : parseNumber;
  const dense: Float64Array[] = [];
  const texts: Texts[] = [];
  const tags = new Map<string, { label: string; holders: number[] }>();
  const present = new Uint8Array(n);
  columns.forEach((column, c) => {
    const answers = cells[c] ?? [];
    const numbers = readNumbers(answers, numberOf);
    if (numbers !== null) {
      for (let i = 0; i < n; i++) if (!Number.isNaN(numbers[i])) present[i] = 1;
      dense.push(numbers.map((value) => value || 0));
      return;
    }
    if (isFreeText(answers)) {
      texts.push(readTexts(answers));
      answers.forEach((cell, i) => {
        if (cell !== '') present[i] = 1;
      });
      return;
    }
    answers.forEach((cell, i) => {
      present[i] = 1;
      for (const piece of cell === '' ? [NO_ANSWER] : new Set(splitList(cell))) {
        const key = `${column}\n${spellingKey(piece)}`;
        const tag = tags.get(key) ?? { label: piece, holders: [] };
        if (tag.holders.at(-1) !== i) tag.holders.push(i);
        tags.set(key, tag);
      }
    });
  });
  const squares = new Float64Array(n);
  for (const values of dense) for (let i = 0; i < n; i++) squares[i]! += values[i]! ** 2;
  for (const { vectors } of texts)
    for (let at = 0; at < vectors.length; at++) squares[Math.floor(at / TEXT_DIMENSIONS)]! += vectors[at]! ** 2;
  for (const { holders } of tags.values()) for (const i of holders) squares[i]!++;
  const shared = [...tags.values()].filter(({ holders }) => holders.length > 1);
  const dimensions = dense.length + texts.length * TEXT_DIMENSIONS + shared.length;
  const units = new Float32Array(n * dimensions);
  const put = (i: number, d: number, value: number) => {
    if (squares[i]! > 0) units[i * dimensions + d] = value / Math.sqrt(squares[i]!);
  };
  for (let i = 0; i < n; i++) for (let d = 0; d < dense.length; d++) put(i, d, dense[d]![i]!);
  texts.forEach(({ vectors }, t) => {
    const from = dense.length + t * TEXT_DIMENSIONS;
    for (let at = 0; at < vectors.length; at++) {
      put(Math.floor(at / TEXT_DIMENSIONS), from + (at % TEXT_DIMENSIONS), vectors[at]!);
    }
  });
  shared.forEach(({ holders }, t) => {
    for (const i of holders) put(i, dimensions - shared.length + t, 1);
  });
  for (let i = 0; i < n; i++) if (squares[i] === 0) present[i] = 0;
  return new VectorsOf(n, dimensions, units, present, [...shared, ...texts.flatMap(({ words }) => words)]);
}

/** Numbers by student, NaN where there is none; null where fewer than four fifths of the answers are numbers. */
function readNumbers(answers: readonly string[], numberOf: (cell: string) => number | null): Float64Array | null {
  const numbers = Float64Array.from(answers, (cell) => numberOf(cell) ?? Number.NaN);
  let [filled, known] = [0, 0];
  for (let i = 0; i < numbers.length; i++) {
    if (answers[i] !== '') filled++;
    if (!Number.isNaN(numbers[i])) known++;
  }
  return filled > 0 && known >= filled * 0.8 ? numbers : null;
}

interface Tag {
  readonly label: string;
  /** Students, in order. */
  readonly holders: readonly number[];
}

function tagsByStudent(students: number, tags: readonly Tag[]): Tag[][] {
  const tagsOf: Tag[][] = Array.from({ length: students }, () => []);
  for (const tag of tags) for (const i of tag.holders) tagsOf[i]!.push(tag);
  return tagsOf;
}

function isAmong(ascending: readonly number[], wanted: number): boolean {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return ascending[from] === wanted;
}

class VectorsOf implements Vectors {
  #matrix: Float32Array | null = null;
  #tagsOf: readonly (readonly Tag[])[] | null = null;

  constructor(
    readonly students: number,
    readonly dimensions: number,
    readonly rows: Float32Array,
    readonly present: Uint8Array,
    private readonly tags: readonly Tag[],
  ) {}

  get matrix(): Float32Array | null {
    if (this.#matrix === null && this.students <= MATRIX_STUDENTS) this.#matrix = cosinesOf(this);
    return this.#matrix;
  }

  similarity(a: number, b: number): number {
    const matrix = this.#matrix;
    return matrix === null ? this.cosine(a, b) : matrix[a * this.students + b]!;
  }

  common(): Brought[] {
    const tags = this.tags.map(({ label, holders }) => ({ label, students: holders.length }));
    return tags.sort((a, b) => b.students - a.students);
  }

  shared(members: readonly number[]): string[] {
    this.#tagsOf ??= tagsByStudent(this.students, this.tags);
    const common = this.#tagsOf[members[0] ?? -1]?.filter(({ holders }) => members.every((i) => isAmong(holders, i)));
    return (common ?? []).sort((a, b) => a.holders.length - b.holders.length).map(({ label }) => label);
  }

  wire() {
    const absent = Array.from({ length: this.students }, (_, i) => i).filter((i) => this.present[i] === 0);
    return { dimensions: this.dimensions, vectors: base64(littleEndian(this.rows)), absent };
  }

  cosine(a: number, b: number): number {
    const { rows: units, dimensions } = this;
    const [from, to] = [a * dimensions, b * dimensions];
    let sum = 0;
    for (let d = 0; d < dimensions; d++) sum += units[from + d]! * units[to + d]!;
    return sum;
  }
}
