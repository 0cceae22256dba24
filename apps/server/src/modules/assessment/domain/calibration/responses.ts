/** An answer as a calibration sees it. "I don't know yet" is `declined`, and never right. */
export interface GivenAnswer {
  readonly learner: string;
  readonly item: string;
  readonly right: boolean;
  readonly declined?: boolean;
}

/** How often an item was answered, and how. */
export interface Counts {
  readonly right: number;
  /** Wrong, by an answer. */
  readonly wrong: number;
  readonly declined: number;
}

/**
 * Who answered what, learner by learner, by places: learner l gave the answers from `starts[l]` to `starts[l + 1]`. Not
 * everybody answers everything: an adaptive test chooses by the answers before, which leaves what is unanswered missing at
 * random, and the likelihood right (Mislevy & Wu, 1996).
 */
export class Responses {
  readonly starts: Int32Array;
  readonly items: Int32Array;
  /** 1 for right. */
  readonly rights: Uint8Array;
  readonly counts: readonly Counts[];

  /** @param ids the items by place; answers to others are left out */
  constructor(ids: readonly string[], answers: Iterable<GivenAnswer>) {
    const places = new Map(ids.map((id, place) => [id, place]));
    const counts = ids.map(() => ({ right: 0, wrong: 0, declined: 0 }));
    const byLearner = new Map<string, { place: number; right: boolean }[]>();
    for (const { learner, item, right, declined = false } of answers) {
      const place = places.get(item);
      if (place === undefined) continue;
      const own = byLearner.get(learner) ?? [];
      byLearner.set(learner, own);
      own.push({ place, right });
      counts[place]![right ? 'right' : declined ? 'declined' : 'wrong'] += 1;
    }
    const all = [...byLearner.values()];
    this.counts = counts;
    this.starts = new Int32Array(all.length + 1);
    for (const [learner, own] of all.entries()) this.starts[learner + 1] = this.starts[learner]! + own.length;
    const given = all.flat();
    this.items = Int32Array.from(given, ({ place }) => place);
    this.rights = Uint8Array.from(given, ({ right }) => (right ? 1 : 0));
  }

  get learners(): number {
    return this.starts.length - 1;
  }
}
