import type { Random } from '../solve/random.js';
import type { DenseGroups } from './dense-groups.js';
import { metropolisThresholds, NEVER, THRESHOLD_MASK } from './thresholds.js';

/** A change smaller than this is rounding. */
const DUST = 1e-9;

/**
 * Looks at every pair of students in order, and makes the exchanges that Metropolis takes at a temperature; then, where sizes
 * may differ, at every student's move to another group.
 */
export class DenseScan {
  /** Exchanges looked at. */
  moves = 0;
  /** What they cost, in exchanges looked at: one that is made costs as much as twice a row of them. */
  work = 0;
  /** The best grouping seen, and its worth. */
  readonly best: Int32Array;
  bestTotal = Number.NEGATIVE_INFINITY;
  /** Whether sweeps leave the sizes as they are, but for cold ones, which take what gains. */
  keepsSizes = false;
  #bestWorst = 0;
  readonly #thresholds: Float64Array;
  #threshold = 0;
  /** Of the student in turn, by group: what leaving for that group would change in pair sums. */
  readonly #change: Float64Array;
  readonly #dust: number;
  readonly #sizesDiffer: boolean;

  constructor(
    private readonly state: DenseGroups,
    random: Random,
  ) {
    this.best = new Int32Array(state.students);
    this.#thresholds = metropolisThresholds(random);
    this.#change = new Float64Array(state.groups);
    let largest = 1;
    for (const value of state.values) largest = Math.max(largest, Math.abs(value));
    this.#dust = DUST * largest;
    this.#sizesDiffer = state.bounds.some(({ min, max }) => min < max);
  }

  /**
   * Whether a grouping is worth more or less by its sizes before all: a bare sum grows with the pairs there are, and a hot sweep that
   * evens the sizes out leaves them where no cold one finds back.
   */
  get sizesDecide(): boolean {
    return this.#sizesDiffer && this.state.worth.bare;
  }

  get movesPerSweep(): number {
    const { students } = this.state;
    // A scan with nothing to look at must end a budget all the same.
    return Math.max(1, (students * (students - 1)) / 2);
  }

  /** One look at every exchange. @returns how many were made */
  sweep(temperature: number): number {
    const { students, worth } = this.state;
    const moving = this.#sizesDiffer && !(this.keepsSizes && temperature > 0);
    let made = 0;
    for (let i = 0; i < students; i++) {
      made += worth.bare ? this.#swapsBySum(i, temperature) : this.#swapsByWorth(i, temperature);
      if (moving) made += this.#moves(i, temperature);
    }
    this.moves += this.movesPerSweep;
    this.work += this.movesPerSweep + 2 * students * made;
    return made;
  }

  /** Goes back to the best grouping, unless the groups have its sizes. */
  returnToBestSizes(): void {
    const sizes = new Int32Array(this.state.groups);
    for (const group of this.best) sizes[group]!++;
    if (sizes.some((size, group) => size !== this.state.sizes[group])) this.state.load(this.best);
  }

  /** The losses of all swaps that lose. */
  losses(): number[] {
    const { state } = this;
    const { students, values, groupOf, sizes, toward, own, sums, worths } = state;
    const losses: number[] = [];
    for (let i = 0; i < students; i++) {
      for (let j = i + 1; j < students; j++) {
        const [a, b, weight] = [groupOf[i]!, groupOf[j]!, values[i * students + j]!];
        if (a === b) continue;
        const sumA = sums[a]! + toward[a * students + j]! - own[i]! - weight;
        const sumB = sums[b]! + toward[b * students + i]! - own[j]! - weight;
        const change = state.worth.of(sumA, sizes[a]!) + state.worth.of(sumB, sizes[b]!) - worths[a]! - worths[b]!;
        if (change < -this.#dust) losses.push(-change);
      }
    }
    return losses;
  }

  /** Where a group is worth its sum, an exchange's change is a sum of five numbers, four of them side by side in memory. */
  #swapsBySum(i: number, temperature: number): number {
    const { students, groupOf, values, toward, own } = this.state;
    const [change, thresholds] = [this.#change, this.#thresholds];
    const never = -temperature * NEVER;
    const row = i * students;
    let made = 0;
    let group = this.#lookFrom(i);
    let base = group * students;
    for (let j = i + 1; j < students; j++) {
      const other = groupOf[j]!;
      const gain = change[other]! + toward[base + j]! - own[j]! - 2 * values[row + j]!;
      if (gain <= never || other === group) continue;
      if (gain <= this.#dust) {
        if (temperature === 0) continue;
        this.#threshold = (this.#threshold + 1) & THRESHOLD_MASK;
        if (-gain >= temperature * thresholds[this.#threshold]!) continue;
      }
      this.state.swap(i, j);
      this.#keep();
      made++;
      group = this.#lookFrom(i);
      base = group * students;
    }
    return made;
  }

  #swapsByWorth(i: number, temperature: number): number {
    const { students, groupOf, sizes, values, toward, own, sums, worths, worth } = this.state;
    const [change, thresholds] = [this.#change, this.#thresholds];
    const never = -temperature * NEVER;
    const row = i * students;
    let made = 0;
    let group = this.#lookFrom(i);
    let base = group * students;
    let sumLeft = sums[group]! - own[i]!;
    for (let j = i + 1; j < students; j++) {
      const other = groupOf[j]!;
      if (other === group) continue;
      const weight = values[row + j]!;
      const newSum = sumLeft + toward[base + j]! - weight;
      const newOther = sums[other]! + own[i]! + change[other]! - own[j]! - weight;
      const gain =
        worth.of(newSum, sizes[group]!) + worth.of(newOther, sizes[other]!) - worths[group]! - worths[other]!;
      if (gain <= never) continue;
      if (gain <= this.#dust) {
        if (temperature === 0) continue;
        this.#threshold = (this.#threshold + 1) & THRESHOLD_MASK;
        if (-gain >= temperature * thresholds[this.#threshold]!) continue;
      }
      this.state.swap(i, j);
      this.#keep();
      made++;
      group = this.#lookFrom(i);
      base = group * students;
      sumLeft = sums[group]! - own[i]!;
    }
    return made;
  }

  #moves(i: number, temperature: number): number {
    const { state } = this;
    const { students, groupOf, sizes, bounds, toward, own, sums, worths, worth } = state;
    let made = 0;
    for (let to = 0; to < state.groups; to++) {
      const from = groupOf[i]!;
      if (sizes[from]! <= bounds[from]!.min) return made;
      if (to === from || sizes[to]! >= bounds[to]!.max) continue;
      const left = worth.of(sums[from]! - own[i]!, sizes[from]! - 1);
      const joined = worth.of(sums[to]! + toward[to * students + i]!, sizes[to]! + 1);
      const gain = left + joined - worths[from]! - worths[to]!;
      if (gain <= this.#dust) {
        if (temperature === 0) continue;
        this.#threshold = (this.#threshold + 1) & THRESHOLD_MASK;
        if (-gain >= temperature * this.#thresholds[this.#threshold]!) continue;
      }
      state.move(i, to);
      this.#keep();
      made++;
    }
    return made;
  }

  /** @returns the student's group */
  #lookFrom(i: number): number {
    const { students, groups, groupOf, toward, own } = this.state;
    const leaving = own[i]!;
    for (let group = 0, at = i; group < groups; group++, at += students) this.#change[group] = toward[at]! - leaving;
    return groupOf[i]!;
  }

  #keep(): void {
    const { state } = this;
    if (state.worth.byWorst) {
      const worst = state.worst();
      const [more, as] = [worst > this.#bestWorst + DUST, worst >= this.#bestWorst - DUST];
      if (!more && !(as && state.total > this.bestTotal + this.#dust)) return;
      this.#bestWorst = worst;
    } else if (state.total <= this.bestTotal + this.#dust) return;
    this.bestTotal = state.total;
    this.best.set(state.groupOf);
  }

  /** Sums from scratch. @returns what the grouping as it stands is worth; it is the best if it is that */
  settle(): number {
    this.state.recount();
    this.#keep();
    return this.state.total;
  }
}
