import { type ContentReason, type ContentRow, Item } from '@tailcamp/contracts';

/** Where a question stands in its file: a line, or the name of a file within a package. */
export interface Place {
  file: string | null;
  row: number | null;
}

/** What a file of questions holds. */
export interface ReadItems {
  /** Questions that were met, those refused included. */
  read: number;
  items: readonly (Place & { item: Item })[];
  /** What was not simply taken over. */
  rows: readonly ContentRow[];
}

/** Gathers questions as they are read, each whole or refused with every field that is wrong. */
export class ItemReader {
  #read = 0;
  readonly #items: (Place & { item: Item })[] = [];
  readonly #rows: ContentRow[] = [];
  readonly #seen = new Map<string, Place>();

  /** Takes what should be a question. @param fallbackSkill for one that names none */
  take(place: Place, given: unknown, fallbackSkill: string | null): void {
    this.#read += 1;
    const value =
      fallbackSkill !== null && isRecord(given) && (given.skill === undefined || given.skill === '')
        ? { ...given, skill: fallbackSkill }
        : given;
    const parsed = Item.safeParse(value);
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues.slice(0, 10))
        this.refuse(place, path.map(String).join('.') || null, 'invalid', message);
      return;
    }
    const before = this.#seen.get(parsed.data.id);
    if (before !== undefined) {
      const where = before.row === null ? (before.file ?? 'this file') : `row ${before.row}`;
      this.refuse(place, 'id', 'twice', `“${parsed.data.id}” stands in ${where} already`);
      return;
    }
    this.#seen.set(parsed.data.id, place);
    this.#items.push({ ...place, item: parsed.data });
  }

  /** A question, or something that is none, that cannot be read at all. */
  skip(place: Place, at: string | null, reason: ContentReason, message: string): void {
    this.#read += 1;
    this.refuse(place, at, reason, message);
  }

  notice(place: Place, at: string | null, reason: ContentReason, message: string): void {
    this.#rows.push({ ...place, at, was: 'noticed', reason, message });
  }

  get result(): ReadItems {
    return { read: this.#read, items: this.#items, rows: this.#rows };
  }

  private refuse(place: Place, at: string | null, reason: ContentReason, message: string): void {
    this.#rows.push({ ...place, at, was: 'refused', reason, message });
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A name that files and links can know something by, made of any text; null where nothing of it can be used. */
export function slugOf(text: string): string | null {
  const slug = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? null : slug;
}
