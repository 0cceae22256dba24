import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '../streams.js';
import { applyToRun } from './apply.js';
import type { Run } from './matching.js';

const id = '0190f3a0-0000-7000-8000-000000000001';
const run: Run = {
  id,
  campId: id,
  number: 1,
  state: 'queued',
  seed: 1,
  students: 120,
  groups: null,
  objective: null,
  worst: null,
  hardViolations: null,
  solver: null,
  createdAt: '2026-01-01T00:00:00Z',
  finishedAt: null,
  policy: { groupSize: { min: 3, max: 5 }, criteria: [] },
  phase: null,
  moves: 0,
  of: 1000,
  curve: [],
  problem: null,
  report: null,
  names: {},
  pairs: {},
  free: {},
  previous: null,
  seq: 7,
};
const progress = (seq: number, runId = id): StreamEvent => ({
  stream: `camp:${id}`,
  seq,
  at: '2026-01-01T00:00:01Z',
  kind: 'run.progress',
  data: { runId, phase: 'improving', moves: 400, of: 1000, seconds: 0.4, best: 0.83, hardViolations: 0 },
});

describe('applyToRun', () => {
  it('adds a point to the curve and starts a waiting run', () => {
    const after = applyToRun(run, progress(8));
    expect(after).toMatchObject({ state: 'running', phase: 'improving', moves: 400, seq: 8 });
    expect(after.curve).toEqual([{ seconds: 0.4, moves: 400, best: 0.83, hardViolations: 0 }]);
  });
  it('leaves a run alone that the event is older than, or not about', () => {
    expect(applyToRun(run, progress(7))).toBe(run);
    expect(applyToRun(run, progress(8, id.replace('1', '2')))).toBe(run);
  });
});
