import { Random } from '../solve/random.js';
import type { BlockResult, BlockTask } from './block-task.js';
import { greedy } from './greedy.js';
import { type Kernel, type OpenWorkspace, openWorkspace } from './kernel.js';
import { pairCost, pairSlope } from './pair-objective.js';

const GAIN = 1e-6;
const SAMPLED = 2000;
/** To a local optimum, or nearly. */
const LAST_SWEEPS = 3;

/** Groups the students of a block: a local optimum from the start, then annealing by exchanges of any two, in order. */
export function solveBlock(task: BlockTask, open: OpenWorkspace = openWorkspace): BlockResult {
  const random = new Random(task.seed);
  const start = task.grouped ? inOrder(task.sizes) : greedy(task, random, open);
  if (task.sweeps === 0 || task.sizes.length < 2) return { groupOf: start, moves: 0 };
  const block = new Block(task, start, open);
  const before = block.cost;
  let sweeps = 0;
  while (sweeps < task.sweeps && block.sweep(() => GAIN)) sweeps++;
  const hot = task.hot * block.smallLoss();
  const cooling = task.cold / task.hot;
  for (let first = sweeps; sweeps < task.sweeps; sweeps++) {
    const temperature = hot * cooling ** ((sweeps - first) / (task.sweeps - first));
    block.sweep(() => temperature * Math.log(random.next() + 2 ** -33));
  }
  for (let last = 0; last < LAST_SWEEPS && block.sweep(() => GAIN); last++);
  return { groupOf: block.cost < before ? block.groupOf() : start, moves: block.moves };
}

function inOrder(sizes: Int32Array): Int32Array {
  return Int32Array.from([...sizes].flatMap((size, group) => Array.from({ length: size }, () => group)));
}

/**
 * A grouping with the sums of each student's cosines with each group. Groups stand in places of equal number, empty ones
 * among them; whoever changes groups changes places, with row and column, so that a group's students lie side by side.
 */
class Block {
  readonly places: number;
  moves = 0;
  readonly #task: BlockTask;
  readonly #capacity: number;
  readonly #groups: number;
  readonly #kernel: Kernel;
  readonly #floats: Float32Array;
  readonly #stride: number;
  /** Offsets in bytes: cosines by place, sums by group, then a row each by place. */
  readonly #near = 0;
  readonly #sums: number;
  readonly #own: number;
  readonly #slopes: number;
  readonly #bounds: number;
  readonly #spread: number;
  /** Student by place, -1 for nobody. */
  readonly #who: Int32Array;
  /** By group. */
  readonly #sizes: Int32Array;
  readonly #inside: Float64Array;
  readonly #costs: Float64Array;

  constructor(task: BlockTask, groupOf: Int32Array, open: OpenWorkspace) {
    const { vectors, dimensions, sizes } = task;
    this.#task = task;
    this.#groups = sizes.length;
    this.#capacity = Math.max(...sizes);
    this.places = this.#groups * this.#capacity;
    this.#stride = strideOf(this.places);
    this.#sums = this.places * this.#stride;
    this.#own = this.#sums + this.#groups * this.#stride;
    this.#slopes = this.#own + this.#stride;
    this.#bounds = this.#slopes + this.#stride;
    this.#spread = this.#bounds + this.#stride;
    const rows = this.#spread + this.#stride + 64;
    const padded = (this.places + 3) & -4;
    const { memory, kernel } = open(rows + 4 * padded * dimensions);
    this.#kernel = kernel;
    this.#floats = new Float32Array(memory);
    this.#floats.fill(0, this.#sums / 4, rows / 4 + padded * dimensions);
    this.#who = new Int32Array(this.places).fill(-1);
    this.#sizes = new Int32Array(this.#groups);
    groupOf.forEach((group, student) => {
      const place = group * this.#capacity + this.#sizes[group]!++;
      this.#who[place] = student;
      const vector = vectors.subarray(student * dimensions, (student + 1) * dimensions);
      this.#floats.set(vector, rows / 4 + place * dimensions);
    });
    kernel.products(rows, this.places, rows, padded, 4 * dimensions, this.#near, this.#stride);
    for (let place = 0; place < this.places; place++) this.#floats[(place * this.#stride) / 4 + place] = 0;
    // An exchange with a place beyond the last promises −∞.
    this.#floats.fill(Number.POSITIVE_INFINITY, this.#own / 4, (this.#own + this.#stride) / 4);
    this.#floats.fill(1, this.#slopes / 4, (this.#slopes + this.#stride) / 4);
    this.#inside = new Float64Array(this.#groups);
    this.#costs = new Float64Array(this.#groups);
    for (let group = 0; group < this.#groups; group++) {
      const to = this.#sums + group * this.#stride;
      for (let slot = 0; slot < this.#sizes[group]!; slot++) {
        // The row of bounds is still empty.
        kernel.shift(to, (group * this.#capacity + slot) * this.#stride, this.#bounds, this.#stride);
      }
      this.#refresh(group);
    }
  }

  get cost(): number {
    return this.#costs.reduce((sum, cost) => sum + cost, 0);
  }

  groupOf(): Int32Array {
    const groupOf = new Int32Array(this.#task.vectors.length / this.#task.dimensions);
    this.#who.forEach((student, place) => {
      if (student >= 0) groupOf[student] = Math.floor(place / this.#capacity);
    });
    return groupOf;
  }

  /** Looks at every student's exchanges once; takes the first that gains more than the student's bound. */
  sweep(bound: () => number): boolean {
    const floats = this.#floats;
    for (let place = 0; place < this.places; place++) {
      const asked = bound();
      floats[this.#bounds / 4 + place] = this.#who[place] === -1 ? Number.POSITIVE_INFINITY : asked;
    }
    let changed = false;
    this.moves += (this.places * (this.places - this.#capacity)) / 2;
    for (let [row, from] = [0, 0]; row < this.places; ) {
      const found = this.#kernel.seek(
        this.#near,
        this.#stride,
        this.#sums,
        this.#own,
        this.#slopes,
        this.#bounds,
        this.#spread,
        this.#capacity,
        this.places,
        row,
        from,
      );
      if (found === -1) break;
      [row, from] = [found >>> 16, (found & 0xffff) + 1];
      if (!this.#tryExchange(row, from - 1, floats[this.#bounds / 4 + row]!)) continue;
      changed = true;
      [row, from] = [row + 1, 0];
    }
    return changed;
  }

  /** The tangent has promised a gain: made if that is so. */
  #tryExchange(p: number, q: number, bound: number): boolean {
    const [a, b] = [Math.floor(p / this.#capacity), Math.floor(q / this.#capacity)];
    const floats = this.#floats;
    const pair = floats[(this.#near + p * this.#stride) / 4 + q]!;
    const inA = this.#inside[a]! + this.#sumOf(a, q) - pair - floats[this.#own / 4 + p]!;
    const inB = this.#inside[b]! + this.#sumOf(b, p) - pair - floats[this.#own / 4 + q]!;
    const cost = pairCost(this.#task, inA, this.#sizes[a]!) + pairCost(this.#task, inB, this.#sizes[b]!);
    if (this.#costs[a]! + this.#costs[b]! - cost <= bound) return false;
    const [rowP, rowQ] = [this.#near + p * this.#stride, this.#near + q * this.#stride];
    this.#kernel.shift(this.#sums + a * this.#stride, rowQ, rowP, this.#stride);
    this.#kernel.shift(this.#sums + b * this.#stride, rowP, rowQ, this.#stride);
    this.#kernel.exchange(this.#near, this.#stride, this.places + this.#groups, p, q);
    const student = this.#who[p]!;
    this.#who[p] = this.#who[q]!;
    this.#who[q] = student;
    this.#refresh(a);
    this.#refresh(b);
    return true;
  }

  #sumOf(group: number, place: number): number {
    return this.#floats[(this.#sums + group * this.#stride) / 4 + place]!;
  }

  #refresh(group: number): void {
    const floats = this.#floats;
    const n = this.#sizes[group]!;
    const first = group * this.#capacity;
    let inside = 0;
    for (let slot = 0; slot < n; slot++) inside += this.#sumOf(group, first + slot) / 2;
    const slope = pairSlope(this.#task, inside, n);
    this.#inside[group] = inside;
    this.#costs[group] = pairCost(this.#task, inside, n);
    for (let slot = 0; slot < n; slot++) {
      floats[this.#own / 4 + first + slot] = this.#sumOf(group, first + slot);
      floats[this.#slopes / 4 + first + slot] = slope;
    }
  }

  /** What the exchanges at the 1 % quantile of those that cost something cost; 1 where none does. */
  smallLoss(): number {
    const losses = new Float32Array(SAMPLED);
    const floats = this.#floats;
    let [count, place] = [0, 0];
    // A step that has no divisor in common with most numbers of places, and so comes to all.
    for (let looked = 0; looked < SAMPLED; looked++) {
      place = (place + 7919) % (this.places * this.places);
      const [p, q] = [Math.floor(place / this.places), place % this.places];
      const [a, b] = [Math.floor(p / this.#capacity), Math.floor(q / this.#capacity)];
      if (a === b || this.#who[p] === -1 || this.#who[q] === -1) continue;
      const pair = floats[(this.#near + p * this.#stride) / 4 + q]!;
      const [slopeA, slopeB] = [floats[this.#slopes / 4 + p]!, floats[this.#slopes / 4 + q]!];
      const gain =
        slopeA * (this.#sumOf(a, q) - pair - floats[this.#own / 4 + p]!) +
        slopeB * (this.#sumOf(b, p) - pair - floats[this.#own / 4 + q]!);
      if (gain < -GAIN) losses[count++] = -gain;
    }
    return count === 0 ? 1 : losses.subarray(0, count).sort()[Math.floor(count / 100)]!;
  }
}

/** Bytes of a row: an odd number of cache lines, so that a column does not fall on the same few. */
function strideOf(places: number): number {
  const lines = Math.ceil(places / 16);
  return 64 * (lines % 2 === 0 ? lines + 1 : lines);
}
