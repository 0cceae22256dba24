import { ENGINE, type Progress } from '@tailcamp/matching';
import { Desk } from './desk';
import type { Answer, Question } from './protocol';

const PROGRESS_MS = 60;
let desk: Desk | null = null;

/** Answers one question after the other; to stop a solve, the page ends the worker. */
self.onmessage = ({ data }: MessageEvent<Question>) => {
  try {
    say({ id: data.id, kind: 'answer', value: answer(data) });
  } catch (error) {
    say({ id: data.id, kind: 'refused', reason: error instanceof Error ? error.message : String(error) });
  }
};

function answer(question: Question): unknown {
  if (question.kind === 'open') {
    desk = new Desk(question.input, question.policy);
    return { engine: ENGINE };
  }
  if (desk === null) throw new Error('No run is open');
  if (question.kind === 'score') return desk.score(question.groups);
  if (question.kind === 'preview') return desk.preview(question.groups);
  if (question.kind === 'places') return desk.places(question.groups, question.name, question.locked, question.most);
  return solve(desk, question);
}

function solve(at: Desk, { id, rest, seed }: Extract<Question, { kind: 'solve' }>) {
  const started = performance.now();
  let toldAt = Number.NEGATIVE_INFINITY;
  const steps = at.solve(rest, seed);
  const tell = (progress: Progress) =>
    say({ id, kind: 'progress', progress: { ...progress, seconds: (performance.now() - started) / 1000 } });
  let last: Progress | null = null;
  for (;;) {
    const step = steps.next();
    if (step.done) {
      if (last !== null) tell(last);
      return step.value;
    }
    last = step.value;
    if (performance.now() - toldAt < PROGRESS_MS) continue;
    toldAt = performance.now();
    tell(last);
  }
}

function say(message: Answer): void {
  self.postMessage(message);
}
