import type { LessonState } from '@tailcamp/contracts';

/** What a lesson may become from what it is, without its text being changed; a change makes a draft of it. */
const MAY_BECOME: Record<LessonState, readonly LessonState[]> = {
  draft: ['review', 'published', 'retired'],
  review: ['draft', 'published', 'retired'],
  published: ['retired'],
  retired: ['draft', 'published'],
};

export const mayBecome = (from: LessonState, to: LessonState): boolean => MAY_BECOME[from].includes(to);
