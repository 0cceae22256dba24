import type { Policy, RunInput } from '@tailcamp/contracts';
import type { Evaluation, NamedGroup, Place, Progress, Rest } from '@tailcamp/matching';
import type { Preview } from './desk';

/** What the page asks of the engine's worker, and what each question is answered with. */
export interface Questions {
  open: { asked: { input: RunInput; policy: Policy }; answer: { engine: string } };
  score: { asked: { groups: readonly NamedGroup[] }; answer: Evaluation };
  preview: { asked: { groups: readonly NamedGroup[] }; answer: Preview };
  places: {
    asked: { groups: readonly NamedGroup[]; name: string; locked: readonly string[]; most: number };
    answer: [string, Place[]][];
  };
  solve: { asked: { rest: Rest; seed: number }; answer: NamedGroup[] };
}
export type QuestionKind = keyof Questions;

export type Question = { [K in QuestionKind]: { id: number; kind: K } & Questions[K]['asked'] }[QuestionKind];

export type Answer =
  | { id: number; kind: 'answer'; value: unknown }
  | { id: number; kind: 'refused'; reason: string }
  | { id: number; kind: 'progress'; progress: Progress & { seconds: number } };
