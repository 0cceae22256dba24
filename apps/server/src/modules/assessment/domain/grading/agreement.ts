/** A level that was proposed for a criterion, and the one that an instructor gave it. */
export interface Rated {
  proposed: number;
  given: number;
  /** How many levels the criterion has, 2 or more. */
  levels: number;
}

export interface Agreed {
  exact: number;
  withinOne: number;
  kappa: number | null;
}

/**
 * How well two raters agree. Kappa is weighted by squares: κ = 1 − Σ v·o ÷ Σ v·e, with v = ((i − j) ÷ (k − 1))², o what was
 * observed and e what chance would give by how often each rater uses each level (Cohen, J.: Weighted kappa. Psychological
 * Bulletin 70 (4), 1968, 213–220; squares: Fleiss & Cohen, Educational and Psychological Measurement 33, 1973, 613–619).
 * Criteria of different scales are pooled: both sums go over all of them, chance by each scale alone.
 * @param rated one at least
 */
export function agreementOf(rated: readonly Rated[]): Agreed {
  const share = (within: number) =>
    rated.filter(({ proposed, given }) => Math.abs(proposed - given) <= within).length / rated.length;
  let [observed, expected] = [0, 0];
  for (const k of new Set(rated.map(({ levels }) => levels))) {
    const scale = rated.filter(({ levels }) => levels === k);
    const weight = (i: number, j: number) => ((i - j) / (k - 1)) ** 2;
    const often = (rater: 'proposed' | 'given') =>
      Array.from({ length: k }, (_, level) => scale.filter((one) => one[rater] === level).length);
    const given = often('given');
    for (const one of scale) observed += weight(one.proposed, one.given);
    for (const [i, many] of often('proposed').entries())
      for (const [j, times] of given.entries()) expected += (weight(i, j) * many * times) / scale.length;
  }
  return { exact: share(0), withinOne: share(1), kappa: expected === 0 ? null : 1 - observed / expected };
}
