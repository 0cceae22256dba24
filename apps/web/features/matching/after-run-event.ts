import type { Run } from '@tailcamp/contracts';
import type { Heard } from '@/lib/realtime/event';

/**
 * A run as it is after an event of its camp's stream: old state and events give the fresh state. An event that the
 * state already holds, or of another run, changes nothing.
 */
export function afterRunEvent(run: Run, event: Heard): Run {
  if (event.kind !== 'run.progress' || event.data.runId !== run.id || event.seq <= run.seq) return run;
  const { phase, moves, of, seconds, best, hardViolations } = event.data;
  const point = { seconds, moves, best, hardViolations };
  const state = run.state === 'queued' ? 'running' : run.state;
  return { ...run, state, phase, moves, of, seq: event.seq, curve: [...run.curve, point] };
}
