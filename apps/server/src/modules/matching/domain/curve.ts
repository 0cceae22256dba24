import type { RunPoint } from '@tailcamp/contracts';

/** Points that a run keeps of its curve: enough for a chart, few enough for a row. */
const MOST_POINTS = 200;

/**
 * The curve with one point more. When it is full, every second point goes but the newest, so that a long run keeps its
 * whole shape at half the detail.
 */
export function extendCurve(curve: readonly RunPoint[], point: RunPoint): RunPoint[] {
  const kept = curve.length < MOST_POINTS ? curve : curve.filter((_, index) => index % 2 === 0);
  return [...kept, point];
}
