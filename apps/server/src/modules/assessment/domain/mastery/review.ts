import { type Card, createEmptyCard, fsrs, Rating, State } from 'ts-fsrs';

/** What is remembered of a skill, as FSRS models it; plain, so that a row can hold it. */
export interface Memory {
  /** When it should be looked at again: when the chance to remember it has sunk to 0.9. */
  readonly due: Date;
  /** Days after which the chance to remember it has sunk to 0.9. */
  readonly stability: number;
  /** 1 easy to keep … 10 hard. */
  readonly difficulty: number;
  readonly reviewedAt: Date;
  readonly reviews: number;
  /** How often it was forgotten. */
  readonly lapses: number;
}

/** What an answer says: it was wrong, right with effort (a hint, a second try), or right. */
export type Recall = 'forgotten' | 'effort' | 'remembered';

const RATING = { forgotten: Rating.Again, effort: Rating.Hard, remembered: Rating.Good } as const;

/** Days, not minutes, are planned: no fuzz, so that the same answers give the same day. */
const SCHEDULER = fsrs({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9 });

/** The memory after an answer. @param before null at the first answer @param at when it was given */
export function reviewed(before: Memory | null, recall: Recall, at: Date): Memory {
  const { card } = SCHEDULER.next(before === null ? createEmptyCard(at) : cardOf(before), at, RATING[recall]);
  return {
    due: card.due,
    stability: card.stability,
    difficulty: card.difficulty,
    reviewedAt: at,
    reviews: card.reps,
    lapses: card.lapses,
  };
}

/** The chance that it is remembered then, in [0, 1]. */
export function retention(memory: Memory, at: Date): number {
  return SCHEDULER.get_retrievability(cardOf(memory), at, false);
}

function cardOf({ due, stability, difficulty, reviewedAt, reviews, lapses }: Memory): Card {
  const days = Math.round((due.getTime() - reviewedAt.getTime()) / 86_400_000);
  return {
    due,
    stability,
    difficulty,
    elapsed_days: 0,
    scheduled_days: days,
    learning_steps: 0,
    reps: reviews,
    lapses,
    state: State.Review,
    last_review: reviewedAt,
  };
}
