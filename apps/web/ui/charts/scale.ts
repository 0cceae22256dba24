/** Round steps (1, 2, 2.5, 5 × 10ⁿ) that cover a range in about `count` pieces. */
export function ticks(low: number, high: number, count: number): number[] {
  const span = Math.max(high - low, 1e-9);
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
}

export interface Step {
  seconds: number;
  value: number;
}

/** The path of a step curve: level until the next point, then straight up or down to it. */
export function stepPath(steps: readonly Step[], x: (seconds: number) => number, y: (value: number) => number): string {
  return steps
    .map(({ seconds, value }, index) =>
      index === 0 ? `M${round(x(seconds))} ${round(y(value))}` : `H${round(x(seconds))}V${round(y(value))}`,
    )
    .join('');
}
const round = (value: number) => Math.round(value * 10) / 10;
