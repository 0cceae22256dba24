import type { LessonDraft } from '@tailcamp/contracts';

/** A row has a key of its own, so that it keeps its field's focus when it moves. */
export interface AimRow {
  key: string;
  text: string;
}

/** A lesson while it is written. */
export interface LessonForm extends Omit<LessonDraft, 'objectives'> {
  objectives: readonly AimRow[];
}

let made = 0;
export const newAim = (text = ''): AimRow => {
  made += 1;
  return { key: `a${made}`, text };
};

/** Before anything is written: with the sections that every lesson has. */
export const emptyForm = (skill: string): LessonForm => ({
  id: '',
  skill,
  title: '',
  kind: 'lesson',
  minutes: 10,
  objectives: [newAim()],
  check: [],
  body: '\n\n## Worked example\n\n',
});

export const formOf = (lesson: LessonDraft): LessonForm => ({ ...lesson, objectives: lesson.objectives.map(newAim) });

/** What is sent; objectives that are not written yet are left out. */
export const lessonOf = ({ objectives, title, ...rest }: LessonForm): LessonDraft => ({
  ...rest,
  title: title.trim(),
  objectives: objectives.map(({ text }) => text.trim()).filter((text) => text !== ''),
});

/** Whether two would be saved as the same lesson. */
export const isSame = (one: LessonForm, other: LessonForm): boolean => sent(one) === sent(other);
const sent = (form: LessonForm): string => {
  const { id, skill, title, kind, minutes, objectives, check, body } = lessonOf(form);
  return JSON.stringify([id, skill, title, kind, minutes, objectives, check, body]);
};

/** What this browser kept, where it can be a lesson. */
export function formFrom(kept: unknown): LessonForm | null {
  const isForm =
    typeof kept === 'object' &&
    kept !== null &&
    'body' in kept &&
    'objectives' in kept &&
    Array.isArray(kept.objectives);
  if (!isForm) return null;
  const form = { ...emptyForm(''), ...kept } as LessonForm;
  return { ...form, objectives: form.objectives.map(({ text }) => newAim(String(text))) };
}

/** The fields of a lesson in the order in which they are written. */
export const FIELDS = ['title', 'skill', 'kind', 'minutes', 'objectives', 'check', 'body'] as const;
export type Field = (typeof FIELDS)[number];
