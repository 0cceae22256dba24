import { dataOf, type StreamEvent } from '../streams.js';
import type { Run } from './matching.js';

/** A run after an event of its camp's stream. */
export function applyToRun(run: Run, event: StreamEvent): Run {
  const progress = dataOf('run.progress', event);
  if (progress?.runId !== run.id || event.seq <= run.seq) return run;
  const { phase, moves, of, seconds, best, hardViolations } = progress;
  const point = { seconds, moves, best, hardViolations };
  const state = run.state === 'queued' ? 'running' : run.state;
  return { ...run, state, phase, moves, of, seq: event.seq, curve: [...run.curve, point] };
}
