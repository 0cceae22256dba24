import type { Partition } from '../solve/partition.js';
import { parseRating } from '../survey/numbers.js';
import { type Brought, type Compile, EPSILON, type Tally } from './measure.js';

/** One column's numbers; NaN where a student gave none. */
interface Numbers {
  readonly values: Float64Array;
  readonly mean: number;
  /** Population standard deviation. */
  readonly deviation: number;
}

/**
 * Group mean near cohort mean: max(0, 1 − |group mean − cohort mean| ÷ σ), 1 where σ = 0 or nobody gave a number. As a rule:
 * the distance is at most `tolerance` σ. With several columns, the mean of the scores, and each must hold.
 * @throws {RangeError} when a column has answers but none is a number.
 */
export const balance: Compile<'balance'> = (criterion, answers, common) => {
  const tolerance = criterion.tolerance ?? 0.5;
  const notices: string[] = [];
  const columns = answers.columns.map((column, c) => {
    const cells = answers.cells[c] ?? [];
    const values = Float64Array.from(cells, (cell) => parseRating(cell) ?? Number.NaN);
    const known = values.filter((value) => !Number.isNaN(value));
    const odd = cells.filter((cell, i) => cell !== '' && Number.isNaN(values[i])).length;
    if (known.length === 0 && odd > 0) throw new RangeError(`"${column}" holds no number`);
    if (known.length === 0) notices.push(`nobody answered "${column}"`);
    if (odd > 0) notices.push(`${odd} ${odd === 1 ? 'answer is' : 'answers are'} no number in "${column}", left out`);
    const n = Math.max(1, known.length);
    const mean = known.reduce((sum, value) => sum + value, 0) / n;
    const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
    return { values, mean, deviation: Math.sqrt(variance) };
  });
  return {
    measure: {
      ...common,
      rule: `mean of "${common.column}" within ${tolerance} σ of the cohort`,
      wire: () => ({
        kind: 'balance',
        tolerance,
        columns: columns.map(({ values, ...cohort }) => ({
          ...cohort,
          values: Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
        })),
      }),
      open: (partition) => new BalanceTally(partition, columns, tolerance),
      brings: () => columns.flatMap((column) => binsOf(column)),
      evidence: (members) => columns.map((column) => showMean(column, members)).join('; '),
    },
    notices,
  };
};

const BINS = 5;

/** The numbers in at most five steps of the same width, the lowest first. */
function binsOf({ values }: Numbers): Brought[] {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const [low, high] = [known[0], known.at(-1)];
  if (low === undefined || high === undefined) return [];
  const distinct = [...new Set(known)];
  if (distinct.length <= BINS) {
    return distinct.map((value) => ({
      label: String(value),
      students: known.filter((other) => other === value).length,
    }));
  }
  const width = (high - low) / BINS;
  const step = (value: number) => Math.min(BINS - 1, Math.floor((value - low) / width));
  const edge = (at: number) => Number((low + at * width).toPrecision(3));
  return Array.from({ length: BINS }, (_, bin) => ({
    // A dash before a minus could not be read.
    label: `${edge(bin)}${low < 0 ? '…' : '–'}${edge(bin + 1)}`,
    students: known.filter((value) => step(value) === bin).length,
  }));
}

function showMean({ values, mean, deviation }: Numbers, members: readonly number[]): string {
  const known = members.map((i) => values[i] ?? Number.NaN).filter((value) => !Number.isNaN(value));
  if (known.length === 0) return 'no numbers in this group';
  const group = known.reduce((sum, value) => sum + value, 0) / known.length;
  const away = deviation === 0 ? 0 : Math.abs(group - mean) / deviation;
  return `mean ${group.toFixed(2)}, cohort ${mean.toFixed(2)}: ${away.toFixed(2)} σ away`;
}

class BalanceTally implements Tally {
  /** By column × group. */
  readonly #sums: Float64Array;
  readonly #known: Int32Array;

  constructor(
    partition: Partition,
    private readonly columns: readonly Numbers[],
    private readonly tolerance: number,
  ) {
    this.groups = partition.groups;
    this.#sums = new Float64Array(columns.length * partition.groups);
    this.#known = new Int32Array(columns.length * partition.groups);
    for (let i = 0; i < partition.students; i++) {
      const group = partition.groupOf[i]!;
      if (group >= 0) this.commit(group, -1, i);
    }
  }

  private readonly groups: number;

  score(group: number, out: number, into: number): number {
    let sum = 0;
    for (let c = 0; c < this.columns.length; c++) sum += Math.max(0, 1 - this.#distance(c, group, out, into));
    return sum / this.columns.length;
  }

  shortfall(group: number, out: number, into: number): number {
    let sum = 0;
    for (let c = 0; c < this.columns.length; c++) {
      const excess = this.#distance(c, group, out, into) - this.tolerance;
      if (excess > EPSILON) sum += excess;
    }
    return sum;
  }

  commit(group: number, out: number, into: number): void {
    this.columns.forEach(({ values }, c) => {
      const at = c * this.groups + group;
      if (out >= 0) this.#add(at, values[out]!, -1);
      if (into >= 0) this.#add(at, values[into]!, 1);
    });
  }

  #add(at: number, value: number, sign: number): void {
    if (Number.isNaN(value)) return;
    this.#known[at]! += sign;
    // An empty sum is exactly 0, whatever rounding its members left behind.
    this.#sums[at] = this.#known[at] === 0 ? 0 : this.#sums[at]! + sign * value;
  }

  /** In σ. */
  #distance(c: number, group: number, out: number, into: number): number {
    const { values, mean, deviation } = this.columns[c]!;
    const at = c * this.groups + group;
    let sum = this.#sums[at]!;
    let known = this.#known[at]!;
    if (out >= 0 && !Number.isNaN(values[out]!)) {
      sum -= values[out]!;
      known--;
    }
    if (into >= 0 && !Number.isNaN(values[into]!)) {
      sum += values[into]!;
      known++;
    }
    return known === 0 || deviation === 0 ? 0 : Math.abs(sum / known - mean) / deviation;
  }
}
