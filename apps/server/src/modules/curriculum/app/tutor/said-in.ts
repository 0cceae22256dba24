import type { TurnRow } from '../../store/tutor/turn-store.js';

/** A turn as a model is told of it. */
export const saidIn = ({ question, reply, outcome, sources }: TurnRow): { question: string; reply: string } => ({
  question,
  reply: reply || (outcome === 'answered' ? (sources[0]?.passage ?? '') : '(The lessons do not say.)'),
});
