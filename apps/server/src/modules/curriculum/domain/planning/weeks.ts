/** A step to be dated: the learning of one skill. */
export interface StepToDate {
  readonly skill: string;
  /** What is left of it, in minutes; more than 0. */
  readonly minutes: number;
  /** What it directly rests on; what is no step itself is known. */
  readonly requires: readonly string[];
}

/** A step in its week; one that is longer than a week goes on into later ones. */
export interface DatedStep {
  readonly skill: string;
  /** From 0, the week that the plan begins with. */
  readonly week: number;
  /** The week it is due at the end of; the same unless it is longer than a week's time. */
  readonly until: number;
  readonly minutes: number;
}

/**
 * Fits steps to weeks. A step stands in the first week that has the time for the whole of it and in which all that it rests
 * on is done before; so a short one may fill a gap that a longer one left. One that is longer than any week to come begins
 * in a week of its own and goes on. Linear but for the gaps: a week with less time than the shortest step counts as full.
 * @param steps in an order that violates no prerequisite
 * @param minutesIn the time of a week, from 0; the last counts for all weeks after it and is more than 0
 * @param kept steps that stay where they are, done or started: their time is taken from their week first
 * @returns all, those kept too, in the order of their weeks, and within one so that none stands before what it rests on
 */
export function fitToWeeks(
  steps: readonly StepToDate[],
  minutesIn: readonly number[],
  kept: readonly DatedStep[] = [],
): readonly DatedStep[] {
  const weeks = new WeeksLeft(minutesIn);
  const dated = new Map<string, DatedStep>();
  for (const step of kept) {
    weeks.take(step.week, step.minutes);
    dated.set(step.skill, step);
  }
  const shortest = Math.min(...steps.map(({ minutes }) => minutes));
  const order = [...kept.map(({ skill }) => skill)];
  for (const { skill, minutes, requires } of steps) {
    if (dated.has(skill)) continue;
    const earliest = Math.max(0, ...requires.map((needed) => dated.get(needed)?.until ?? 0));
    const week = weeks.firstWith(minutes, earliest, shortest);
    const until = weeks.take(week, minutes);
    dated.set(skill, { skill, week, until, minutes });
    order.push(skill);
  }
  const place = new Map(order.map((skill, at) => [skill, at]));
  return [...dated.values()].sort((a, b) => a.week - b.week || (place.get(a.skill) ?? 0) - (place.get(b.skill) ?? 0));
}

/** How much time each week still has. */
class WeeksLeft {
  readonly #left: number[] = [];
  /** The most time that any week from this one on has; beyond the last it stays. */
  readonly #mostFrom: readonly number[];
  /** No week before it can take even the shortest step. */
  #open = 0;

  constructor(private readonly minutesIn: readonly number[]) {
    const last = minutesIn.at(-1);
    if (last === undefined || last <= 0) throw new RangeError('The last of the weeks has no time');
    let most = 0;
    this.#mostFrom = minutesIn
      .toReversed()
      .map((minutes) => (most = Math.max(most, minutes)))
      .toReversed();
  }

  /** The first week, not before `earliest`, that has the time left; or, where none ever will, one that is whole. */
  firstWith(minutes: number, earliest: number, shortest: number): number {
    while (this.left(this.#open) < shortest && !this.isWhole(this.#open)) this.#open += 1;
    let week = Math.max(this.#open, earliest);
    while (this.left(week) < minutes && !(this.isWhole(week) && minutes > this.of(this.#mostFrom, week))) week += 1;
    return week;
  }

  /** Takes the time from a week, and what is more than it has left from those after it. @returns the last of them */
  take(from: number, minutes: number): number {
    let week = from;
    for (let rest = minutes; ; week += 1) {
      const taken = Math.min(rest, this.left(week));
      this.#left[week] = this.left(week) - taken;
      rest -= taken;
      if (rest <= 0) return week;
    }
  }

  private left(week: number): number {
    while (this.#left.length <= week) this.#left.push(this.of(this.minutesIn, this.#left.length));
    return this.#left[week] ?? 0;
  }

  private isWhole(week: number): boolean {
    const whole = this.of(this.minutesIn, week);
    return whole > 0 && this.left(week) === whole;
  }

  private of(numbers: readonly number[], week: number): number {
    return numbers[Math.min(week, numbers.length - 1)] ?? 0;
  }
}
