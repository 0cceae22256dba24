import { dataOf, type StreamEvent } from '../streams.js';
import type { Attempt } from './attempts.js';
import type { Calibration, CalibrationSummary } from './calibration.js';

/** A calibration after an event of its camp's stream. */
export function applyToCalibration(calibration: Calibration, event: StreamEvent): Calibration {
  const after = withProgress(calibration, event);
  return after === calibration ? calibration : { ...after, seq: event.seq };
}

/** The calibrations of a camp after an event of its stream. */
export function applyToCalibrations<L extends { items: CalibrationSummary[]; seq: number }>(
  list: L,
  event: StreamEvent,
): L {
  if (event.seq <= list.seq) return list;
  const items = list.items.map((one) => withProgress(one, event));
  return items.every((one, at) => one === list.items[at]) ? list : { ...list, items, seq: event.seq };
}

function withProgress<C extends CalibrationSummary & { seq?: number }>(calibration: C, event: StreamEvent): C {
  const progress = dataOf('calibration.progress', event);
  if (progress?.calibrationId !== calibration.id || event.seq <= (calibration.seq ?? 0)) return calibration;
  const { iteration, of } = progress;
  const state = calibration.state === 'queued' ? 'running' : calibration.state;
  return { ...calibration, state, iteration, of };
}

/** An attempt after an event of its learner's stream; null where it is older: my own answers come back with what I have said. */
export function applyToAttempt(attempt: Attempt, event: StreamEvent): Attempt | null {
  const changed = dataOf('attempt.changed', event);
  return changed?.attemptId === attempt.id && event.seq > attempt.seq ? null : attempt;
}
