import type { ItemBank } from './item-bank.js';

/** Where a test stands, as far as the choice of the next item goes; by place of item or domain. */
export interface Standing {
  /** 1 for items that were asked. */
  readonly asked: Uint8Array;
  /** 1 for items that the lots of the attempt let pass. */
  readonly admitted: Uint8Array;
  /** 1 for items that the learner has met in an attempt before, and may remember the key of. */
  readonly met: Uint8Array;
  /** 1 for skills that need not be asked. */
  readonly settled: Uint8Array;
  /** Answers in each domain. */
  readonly answered: Int32Array;
}

export interface Selected {
  readonly place: number;
  /** Items that would have told more, or as much, but lost their lots. */
  readonly passedOver: readonly number[];
}

/**
 * What an item that was met before counts for: an answer that may be remembered tells less of an ability. It is asked again
 * only where nothing new in its domain tells a quarter as much; the domains keep their shares all the same.
 */
const MET = 0.25;

/**
 * The next item: of the domain that lags behind its share of the test most, the one with the most information at the
 * ability as estimated (Kingsbury & Zara, Procedures for selecting items for computerized adaptive tests, 1989) among
 * those that the lots admit (Sympson & Hetter, 1985). Where none is left there, the next domain; where none is left at
 * all, one of a settled skill; last, one that lost its lots.
 * @returns null when every item was asked
 */
export function select(bank: ItemBank, standing: Standing, ability: number): Selected | null {
  const { asked, admitted, met, settled } = standing;
  const worth = (place: number) => bank.informationAt(place, ability) * (met[place] === 1 ? MET : 1);
  const domains = byLag(bank, standing.answered);
  const left = (place: number) => asked[place] === 0;
  const open = (place: number) => left(place) && settled[bank.skillOf[place]!] === 0;
  const mayBeAsked = (place: number) => admitted[place] === 1;
  return (
    bestOf(bank, worth, domains, open, mayBeAsked) ??
    bestOf(bank, worth, domains, left, mayBeAsked) ??
    bestOf(bank, worth, domains, left, () => true)
  );
}

/** Domains, the one furthest below its share first; among equals the one with the greater share. */
function byLag({ shares }: ItemBank, answered: Int32Array): readonly number[] {
  const next = answered.reduce((sum, count) => sum + count, 1);
  const lag = (domain: number) => shares[domain]! * next - answered[domain]!;
  return Array.from(shares.keys()).sort((a, b) => lag(b) - lag(a) || shares[b]! - shares[a]!);
}

function bestOf(
  bank: ItemBank,
  worth: (place: number) => number,
  domains: readonly number[],
  open: (place: number) => boolean,
  admitted: (place: number) => boolean,
): Selected | null {
  for (const domain of domains) {
    let [best, most] = [-1, -1];
    const refused: { place: number; worth: number }[] = [];
    for (let place = 0; place < bank.size; place++) {
      if (bank.domainOf[place] !== domain || !open(place)) continue;
      const its = worth(place);
      if (!admitted(place)) refused.push({ place, worth: its });
      else if (its > most) [best, most] = [place, its];
    }
    if (best === -1) continue;
    const passedOver = refused.filter((one) => one.worth >= most).map(({ place }) => place);
    return { place: best, passedOver };
  }
  return null;
}
