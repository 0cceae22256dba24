/** Three units, ascending. Of the groups that hold two or all three of them, no grouping has more than one. */
export type Triple = readonly [number, number, number];

/** Whether a set holds at least two of the three. */
export function holdsTwo(set: readonly number[], [a, b, c]: Triple): boolean {
  let held = 0;
  for (const unit of set) if (unit === a || unit === b || unit === c) held++;
  return held > 1;
}

/** What belongs to one set of a fractional grouping. */
export interface Part {
  readonly set: readonly number[];
  /** How much of it is taken, 0 to 1. */
  readonly part: number;
}

/** By how much the parts of sets that hold two of three pass 1, to be worth a cut. */
const LEAST = 0.02;
/** Parts below this are rounding. */
const TINY = 1e-9;

/**
 * The triples of which a fractional grouping takes more than one set that holds two, most broken first, at most `most`
 * (subset-row inequalities, Jepsen and others 2008).
 */
export function brokenTriples(parts: readonly Part[], units: number, most: number): Triple[] {
  const together = new Float64Array(units * units);
  const partsOf = Array.from({ length: units }, (): Part[] => []);
  for (const one of parts) {
    if (one.part < TINY) continue;
    for (const a of one.set) {
      partsOf[a]!.push(one);
      for (const b of one.set) together[a * units + b]! += one.part;
    }
  }
  const found: { readonly triple: Triple; readonly beyond: number }[] = [];
  for (let a = 0; a < units; a++) {
    // A triple can be broken only where every two of it are together somewhere, for each unit is in one set in all.
    const near = [...new Set(partsOf[a]!.flatMap(({ set }) => set))].filter((b) => b > a).sort((b, c) => b - c);
    for (const [at, b] of near.entries()) {
      for (const c of near.slice(at + 1)) {
        const others = together[b * units + c]!;
        if (others === 0) continue;
        let all = 0;
        for (const { set, part } of partsOf[a]!) if (set.includes(b) && set.includes(c)) all += part;
        const beyond = together[a * units + b]! + together[a * units + c]! + others - 2 * all - 1;
        if (beyond > LEAST) found.push({ triple: [a, b, c], beyond });
      }
    }
  }
  found.sort((one, other) => other.beyond - one.beyond);
  return found.slice(0, most).map(({ triple }) => triple);
}

/** What prices and penalties a linear programme puts on sets. */
export class Prices {
  /** By the first two of each triple and the third, by pair. */
  readonly #byPair = new Map<number, { readonly third: number; readonly penalty: number }[]>();

  constructor(
    /** What each unit pays for its group. */
    readonly units: Float64Array,
    readonly triples: readonly Triple[] = [],
    /** What a set that holds two of the triple costs besides. */
    readonly penalties: Float64Array = new Float64Array(triples.length),
  ) {
    triples.forEach(([a, b, c], t) => {
      const penalty = penalties[t]!;
      if (penalty <= 0) return;
      this.#put(a, b, c, penalty);
      this.#put(a, c, b, penalty);
      this.#put(b, c, a, penalty);
    });
  }

  #put(a: number, b: number, third: number, penalty: number): void {
    const key = a * this.units.length + b;
    const others = this.#byPair.get(key);
    if (others === undefined) this.#byPair.set(key, [{ third, penalty }]);
    else others.push({ third, penalty });
  }

  /** No grouping costs less than this, where every set costs at least its prices less its penalties. */
  get total(): number {
    return sum(this.units) - sum(this.penalties);
  }

  /** Penalties that the first `count` of `set` do not have and have with `unit`, which comes after them. */
  joining(set: readonly number[], count: number, unit: number): number {
    if (this.#byPair.size === 0) return 0;
    let more = 0;
    for (let k = 0; k < count; k++) {
      for (const { third, penalty } of this.#byPair.get(set[k]! * this.units.length + unit) ?? []) {
        let had = false;
        for (let other = 0; other < count; other++) had ||= set[other] === third;
        if (!had) more += penalty;
      }
    }
    return more;
  }

  /** The prices of a set's units, less its penalties. */
  of(set: readonly number[]): number {
    return set.reduce((paid, unit, k) => paid + this.units[unit]! - this.joining(set, k, unit), 0);
  }

  /** These with each unit's price changed by so much. */
  lowered(by: Float64Array): Prices {
    return new Prices(
      this.units.map((price, unit) => price + by[unit]!),
      this.triples,
      this.penalties,
    );
  }

  /** These drawn towards others by a share, of the same triples. */
  drawn(share: number, to: Prices): Prices {
    const mix = (own: Float64Array, other: Float64Array) =>
      own.map((value, k) => (1 - share) * value + share * (other[k] ?? 0));
    return new Prices(mix(this.units, to.units), this.triples, mix(this.penalties, to.penalties));
  }
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
