/** What stands for something masked: told apart from anything that people write. */
const PLACEHOLDER = /⟦[A-Z]+\d+⟧/g;
/** The longest that may be begun and not ended at the end of a piece. */
const LONGEST = 16;

/**
 * Masks what tells of persons, reversibly: the same text has the same placeholder throughout, so that the model can still
 * tell one person from another.
 */
export class Mask {
  readonly #placeholders = new Map<string, string>();
  readonly #originals = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** @param find all that tells of persons in a text, by where it stands; what overlaps counts once, the first and longest */
  constructor(private readonly find: (text: string) => readonly Found[]) {}

  mask(text: string): string {
    // Somebody who writes what looks like a placeholder gets it back, and nobody else's text in its place.
    const own = [...text.matchAll(PLACEHOLDER)].map((match) => ({
      kind: 'TEXT' as const,
      at: match.index,
      text: match[0],
    }));
    let [masked, end] = ['', 0];
    for (const { at, text: found, kind } of withoutOverlap([...own, ...this.find(text)])) {
      masked += text.slice(end, at) + this.placeholderOf(kind, found);
      end = at + found.length;
    }
    return masked + text.slice(end);
  }

  unmask(text: string): string {
    return text.replace(PLACEHOLDER, (placeholder) => this.#originals.get(placeholder) ?? placeholder);
  }

  /** Unmasks every text in a value that came as JSON. */
  unmaskAll(value: unknown): unknown {
    if (typeof value === 'string') return this.unmask(value);
    if (Array.isArray(value)) return value.map((one) => this.unmaskAll(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.unmaskAll(one)]));
  }

  /** Unmasks a text that comes in pieces, holding back what may be the beginning of a placeholder. */
  unmasking(): { next(piece: string): string; rest(): string } {
    let held = '';
    return {
      next: (piece) => {
        const text = held + piece;
        const begun = text.lastIndexOf('⟦');
        const open = begun >= 0 && !text.includes('⟧', begun) && text.length - begun <= LONGEST;
        held = open ? text.slice(begun) : '';
        return this.unmask(open ? text.slice(0, begun) : text);
      },
      rest: () => this.unmask(held),
    };
  }

  private placeholderOf(kind: Kind, text: string): string {
    const known = this.#placeholders.get(text);
    if (known !== undefined) return known;
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    const placeholder = `⟦${kind}${number}⟧`;
    this.#placeholders.set(text, placeholder);
    this.#originals.set(placeholder, text);
    return placeholder;
  }
}

export type Kind =
  | 'PERSON'
  | 'EMAIL'
  | 'PHONE'
  | 'ACCOUNT'
  | 'CARD'
  | 'NUMBER'
  | 'ADDRESS'
  | 'DATE'
  | 'HANDLE'
  | 'TEXT';

export interface Found {
  kind: Kind;
  at: number;
  text: string;
}

function withoutOverlap(found: readonly Found[]): readonly Found[] {
  const sorted = [...found].sort((a, b) => a.at - b.at || b.text.length - a.text.length);
  const kept: Found[] = [];
  for (const one of sorted) {
    const before = kept.at(-1);
    if (before === undefined || one.at >= before.at + before.text.length) kept.push(one);
    else if (one.at + one.text.length > before.at + before.text.length) {
      // They overlap: what is left of the later one is masked too, by itself.
      const from = before.at + before.text.length - one.at;
      kept.push({ ...one, at: one.at + from, text: one.text.slice(from) });
    }
  }
  return kept;
}
