import type { GroupSize } from '@tailcamp/contracts';
import type { Random } from '../solve/random.js';
import { nearest } from './nearest.js';
import { PairGroups, type Weights } from './pair-groups.js';
import { metropolisThresholds, NEVER, quantile, THRESHOLD_MASK } from './thresholds.js';
import type { Worth } from './worth.js';

const NEIGHBOURS = 12;
/** Start and end temperature, in losses at the 10 % quantile of the neighbour moves at a local optimum. */
const HOT = 1;
const COLD = 0.1;
const SAMPLED_SHARE = 0.1;

/** A change smaller than this is rounding. */
const DUST = 1e-9;

export interface BlockOptions {
  readonly size: GroupSize;
  readonly worth: Worth;
  /** 1 where great weights are sought inside groups, −1 where small ones are. */
  readonly sign: 1 | -1;
  /** The largest block to come; its buffers are made once. */
  readonly most: { readonly students: number; readonly groups: number };
}

/**
 * Anneals block after block of a large cohort, each with its matrix of weights: every student in turn tries to join the groups
 * of the nearest others, for each of the members there or, where the sizes allow it, for nobody. A move costs the members of a
 * group, whether taken or not; a block of 500 in groups of 4 comes within 1 % of its optimum in 10 million moves.
 *
 * One annealer is for one thread and keeps its buffers from block to block:
 *
 *     const annealer = new BlockAnnealer({ size: { min: 4, max: 4 }, worth, sign: 1, most: { students: 500, groups: 125 } });
 *     annealer.anneal({ students, values }, groupOf, groups, moves, random);   // groupOf is better afterwards
 *
 * The same block, grouping, number of moves and state of `random` give the same answer.
 */
export class BlockAnnealer {
  readonly #groups: PairGroups;
  readonly #near: Int32Array;
  /** Rows of the matrix where the mates of the student in turn begin. */
  readonly #mates: Int32Array;
  #perStudent = 0;
  #thresholds: Float64Array = new Float64Array(0);
  #threshold = 0;
  /** Exchanges looked at since it was made. */
  moves = 0;

  constructor(private readonly options: BlockOptions) {
    const { worth, size, most } = options;
    this.#groups = new PairGroups(worth, size.max, most);
    this.#near = new Int32Array(most.students * NEIGHBOURS);
    this.#mates = new Int32Array(size.max);
  }

  /**
   * @param groupOf by student, 0 to groups − 1, with sizes in bounds; overwritten by the best grouping found, never a worse one
   * @param moves exchanges to look at, on top of a first and a last descent
   * @returns the sum of what the groups are worth afterwards
   */
  anneal(weights: Weights, groupOf: Int32Array, groups: number, moves: number, random: Random): number {
    const state = this.#groups;
    state.load(weights, groupOf, groups);
    this.#perStudent = nearest(weights, this.options.sign, NEIGHBOURS, this.#near).perStudent;
    this.#thresholds = metropolisThresholds(random);
    this.#threshold = 0;
    let best = state.total;
    const keep = () => {
      if (state.total <= best + DUST) return;
      best = state.total;
      for (let i = 0; i < state.students; i++) groupOf[i] = state.groupOf[i]!;
    };
    this.#descend();
    keep();
    const losses: number[] = [];
    this.#sweep(0, losses);
    const loss = quantile(losses, SAMPLED_SHARE, 0);
    const started = this.moves;
    for (let done = 0; done < moves && loss > 0; ) {
      this.#sweep(loss * HOT * (COLD / HOT) ** (done / moves), null);
      keep();
      // A sweep of few groups may look at nothing, and must end all the same.
      done = Math.max(done + 1, this.moves - started);
    }
    this.#descend();
    keep();
    return best;
  }

  #descend(): void {
    while (this.#sweep(0, null) > 0) {
      // Each sweep is worth more than the one before, so that this ends.
    }
  }

  /** One look at every student's neighbours. @returns how many exchanges were made */
  #sweep(temperature: number, losses: number[] | null): number {
    let made = 0;
    for (let i = 0; i < this.#groups.students; i++) made += this.#student(i, temperature, losses);
    this.#groups.recount();
    return made;
  }

  #student(i: number, temperature: number, losses: number[] | null): number {
    const { size } = this.options;
    const state = this.#groups;
    const { worth, values, students, groupOf, sizes, members, sums, worths, own, capacity } = state;
    const [near, mates, thresholds] = [this.#near, this.#mates, this.#thresholds];
    const row = i * students;
    const never = -temperature * NEVER - DUST;
    let made = 0;
    let looked = 0;
    let from = groupOf[i]!;
    let others = this.#findMates(i, from);
    for (let k = i * this.#perStudent; k < (i + 1) * this.#perStudent; k++) {
      const friend = near[k]!;
      const to = groupOf[friend]!;
      if (to === from) continue;
      const first = to * capacity;
      const last = first + sizes[to]!;
      let toward = 0;
      for (let x = first; x < last; x++) toward += values[row + members[x]!]!;
      const sumFrom = sums[from]! - own[i]!;
      const sumTo = sums[to]! + toward;
      const n = sizes[from]!;
      const m = sizes[to]!;
      const before = worths[from]! + worths[to]!;
      for (let x = first; x <= last; x++) {
        let newFrom = sumFrom;
        let newTo = sumTo;
        let change = 0;
        const other = x < last ? members[x]! : -1;
        if (other === friend) continue;
        if (other >= 0) {
          for (let y = 0; y < others; y++) newFrom += values[mates[y]! + other]!;
          newTo -= own[other]! + values[row + other]!;
          change = worth.of(newFrom, n) + worth.of(newTo, m) - before;
        } else {
          if (n <= size.min || m >= size.max) continue;
          change = worth.of(newFrom, n - 1) + worth.of(newTo, m + 1) - before;
        }
        looked++;
        if (change < never) {
          if (losses !== null) losses.push(-change);
          continue;
        }
        if (change <= DUST) {
          if (losses !== null && change < -DUST) losses.push(-change);
          if (temperature === 0) continue;
          this.#threshold = (this.#threshold + 1) & THRESHOLD_MASK;
          if (-change >= temperature * thresholds[this.#threshold]!) continue;
        }
        if (other >= 0) state.swap(i, other, newFrom, newTo);
        else state.move(i, to, newFrom, newTo);
        made++;
        from = to;
        others = this.#findMates(i, from);
        break;
      }
    }
    this.moves += looked;
    return made;
  }

  #findMates(i: number, group: number): number {
    const { members, sizes, capacity, students } = this.#groups;
    let others = 0;
    for (let x = group * capacity; x < group * capacity + sizes[group]!; x++) {
      if (members[x] !== i) this.#mates[others++] = members[x]! * students;
    }
    return others;
  }
}
