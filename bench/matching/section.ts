/** One question of the benchmark, answered in a process of its own, so that its memory and its compiled code are its own. */
export interface Section {
  readonly name: string;
  /** What it measures, in one line. */
  readonly about: string;
  run(say: Say): Promise<Findings>;
}

/** Words for whoever watches; figures go into the findings. */
export type Say = (line: string) => void;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export interface Findings {
  readonly targets: readonly Target[];
  /** Whatever the targets rest on: per instance, per seed. */
  readonly figures: Json;
  /** Why something was left out: `no Python 3.11 here`. */
  readonly skipped?: readonly string[];
}

/** A promise of the design, held against what was measured. */
export interface Target {
  /** Its number in the list of targets, 1 to 7. */
  readonly number: number;
  readonly what: string;
  readonly measured: number;
  readonly wanted: { readonly atLeast: number } | { readonly atMost: number };
  readonly met: boolean;
}

export function target(number: number, what: string, measured: number, wanted: Target['wanted']): Target {
  const met = 'atLeast' in wanted ? measured >= wanted.atLeast : measured <= wanted.atMost;
  return { number, what, measured, wanted, met };
}

/** The seeds that medians are taken over. */
export const SEEDS = [1, 2, 3, 4, 5] as const;

/** CPU seconds of this process, all its threads. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** What `work` gives, and the CPU seconds that it took. */
export function timed<T>(work: () => T): { readonly value: T; readonly seconds: number } {
  const started = cpuSeconds();
  const value = work();
  return { value, seconds: cpuSeconds() - started };
}

/** The upper of the two in the middle, where there are two. */
export function median(values: readonly number[]): number {
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new RangeError('a median of nothing');
  return middle;
}
