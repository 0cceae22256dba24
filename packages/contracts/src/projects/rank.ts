/**
 * Where something stands among others: text that sorts by code units, with room between any two. Five digits to base 62,
 * by which things are put before and behind, then as many more as it took to come between.
 */
export const RANK = /^[0-9A-Za-z]{5,200}$/;

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;
const WIDTH = 5;
const MIDDLE = Math.floor(BASE ** WIDTH / 2);
/** Steps at the ends are random, so that two who have not heard of each other hardly ever choose the same. */
const LONGEST_STEP = 1_000;

/**
 * A rank behind `after` and before `before`; null stands for either end.
 * @param random in [0, 1)
 * @throws RangeError where `after` does not come before `before`
 */
export function rankBetween(after: string | null, before: string | null, random = Math.random): string {
  if (after !== null && before !== null && after >= before) throw new RangeError(`${after} is not before ${before}`);
  const step = 1 + Math.floor(random() * LONGEST_STEP);
  if (before === null) {
    const whole = after === null ? MIDDLE : wholeOf(after) + step;
    if (whole < BASE ** WIDTH) return digitsOf(whole);
  } else if (after === null) {
    const whole = wholeOf(before) - step;
    if (whole > 0) return digitsOf(whole);
  }
  return between(after ?? '', before, random);
}

/** `count` ranks in order. */
export function ranksBetween(after: string | null, before: string | null, count: number, random = Math.random) {
  const ranks: string[] = [];
  for (let last = after; ranks.length < count; ) {
    last = rankBetween(last, before, random);
    ranks.push(last);
  }
  return ranks;
}

/** First by rank, then, for ranks that are the same, by id: a total order, the same everywhere. */
export const byRank = (a: { rank: string; id: string }, b: { rank: string; id: string }): number => {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
};

function between(after: string, before: string | null, random: () => number): string {
  let rank = '';
  let bounded = before !== null;
  for (let at = 0; ; at += 1) {
    const low = valueAt(after, at);
    const high = bounded ? valueAt(before ?? '', at) : BASE;
    if (high - low > 1) {
      const digit = DIGITS[low + 1 + Math.floor(random() * (high - low - 1))];
      return `${rank}${digit}`.padEnd(WIDTH, '0');
    }
    // Nothing fits at this digit: behind a smaller one everything fits.
    if (low < high) bounded = false;
    rank += DIGITS[low];
  }
}

const valueAt = (rank: string, at: number): number => (at < rank.length ? DIGITS.indexOf(rank.charAt(at)) : 0);

const wholeOf = (rank: string): number =>
  Array.from({ length: WIDTH }, (_, at) => valueAt(rank, at)).reduce((sum, digit) => sum * BASE + digit, 0);

function digitsOf(whole: number): string {
  let rank = '';
  for (let left = whole; rank.length < WIDTH; left = Math.floor(left / BASE)) rank = DIGITS[left % BASE] + rank;
  return rank;
}
