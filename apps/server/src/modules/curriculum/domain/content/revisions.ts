import { ChangedField, type LessonDraft, type LessonState } from '@tailcamp/contracts';

export type LessonContent = Omit<LessonDraft, 'id'>;

/** @returns what differs from the version before; of the first, all */
export function changedFields(
  now: LessonContent & { state: LessonState },
  before: (LessonContent & { state: LessonState }) | null,
): ChangedField[] {
  return ChangedField.options.filter(
    (field) => before === null || JSON.stringify(now[field]) !== JSON.stringify(before[field]),
  );
}
