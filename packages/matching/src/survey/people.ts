import type { Students } from './students.js';

/** Finds the students that a cell names: by id, e-mail or name, with small slips of spelling. */
export class PeopleIndex {
  readonly #exact = new Map<string, Set<number>>();
  readonly #names: readonly string[];

  constructor(private readonly students: Students) {
    this.#names = students.names.map(nameKey);
    students.ids.forEach((id, i) => {
      this.#add(nameKey(id), i);
      const at = id.indexOf('@');
      if (at > 0) this.#add(nameKey(id.slice(0, at)), i);
    });
    this.#names.forEach((name, i) => {
      const words = name.split(' ');
      this.#add(name, i);
      this.#add([words.at(-1), ...words.slice(0, -1)].join(' '), i);
      for (const word of new Set([words[0], words.at(-1)])) if (word !== undefined) this.#add(word, i);
    });
  }

  /** Whether more of the cells name students than not, so that the column is one of people. */
  isPeople(cells: readonly string[]): boolean {
    const filled = cells.filter((cell) => cell !== '');
    const naming = filled.filter((cell) => this.read(cell).found.length > 0).length;
    return filled.length > 0 && naming * 2 > filled.length;
  }

  /** Students named in a cell, each once, and a sentence for each name that was corrected or left out. */
  read(cell: string): { found: number[]; notices: string[] } {
    const found = new Set<number>();
    const notices: string[] = [];
    const resolve = (piece: string): void => {
      const exact = this.#exactly(piece);
      if (exact !== null) {
        found.add(exact);
        return;
      }
      if (piece.includes(',')) {
        for (const part of piece.split(',')) if (part.trim() !== '') resolve(part.trim());
        return;
      }
      const close = this.#closest(nameKey(piece));
      const [only] = close;
      if (only !== undefined && close.length === 1) {
        found.add(only);
        notices.push(`"${piece}" read as ${this.students.names[only]}`);
      } else if (only !== undefined) {
        const options = close.map((i) => this.students.names[i]).join(' or ');
        notices.push(`"${piece}" left out: it could be ${options}`);
      } else {
        notices.push(`"${piece}" left out: no student of that name`);
      }
    };
    for (const piece of cell.split(/[;\n\r]/)) if (nameKey(piece) !== '') resolve(piece.trim());
    return { found: [...found], notices };
  }

  #exactly(piece: string): number | null {
    const found = this.#exact.get(nameKey(piece));
    const [only] = found ?? [];
    return found?.size === 1 && only !== undefined ? only : null;
  }

  /** Those nearest in spelling, within a fifth of the letters and at most 3 of them; all who share the full key when it is no unique one. */
  #closest(key: string): number[] {
    const shared = this.#exact.get(key);
    if (shared !== undefined) return [...shared];
    let best = Math.min(3, Math.floor(key.length / 5)) + 1;
    let nearest: number[] = [];
    this.#names.forEach((name, i) => {
      const distance = editDistance(key, name, best);
      if (distance < best) [best, nearest] = [distance, [i]];
      else if (distance === best && nearest.length > 0) nearest.push(i);
    });
    return nearest;
  }

  #add(key: string, student: number): void {
    const holders = this.#exact.get(key) ?? new Set<number>();
    holders.add(student);
    this.#exact.set(key, holders);
  }
}

function nameKey(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.replace(/[^\p{L}\p{N}@]+/gu, ' ').trim();
}

/** Levenshtein distance, or `limit + 1` as soon as it must exceed `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitution, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > limit) return limit + 1;
    previous = row;
  }
  return previous[b.length] ?? limit + 1;
}
