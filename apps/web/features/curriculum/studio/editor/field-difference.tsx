'use client';
import type { LessonDraft } from '@tailcamp/contracts';
import { useMemo } from 'react';
import { useT } from '@/lib/i18n/provider';
import { wordRuns } from './difference';
import { FIELDS, type Field } from './form';

/** Words of what did not change that stand around what did. */
const AROUND = 160;

/** A field as one can read it in a line or a text. */
export function useTold() {
  const t = useT();
  return (lesson: LessonDraft, field: Field): string => {
    switch (field) {
      case 'objectives':
      case 'check':
        return lesson[field].map((each) => `${each}\n`).join('');
      case 'kind':
        return t(`studio.kind.${lesson.kind}`);
      default:
        return String(lesson[field]);
    }
  };
}

/** What differs between two versions of a lesson, field by field and word by word. */
export function LessonDifference({ before, after }: { before: LessonDraft | null; after: LessonDraft }) {
  const t = useT();
  const told = useTold();
  const fields = FIELDS.filter(
    (field) => before === null || JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  if (fields.length === 0) return <p className="note muted">{t('studio.sameText')}</p>;
  return (
    <dl className="lesson-difference">
      {fields.map((field) => (
        <div key={field}>
          <dt>{t(`studio.field.${field}`)}</dt>
          <dd>
            <Words before={before === null ? '' : told(before, field)} after={told(after, field)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A text with what went struck through and what came underlined; long stretches that are the same are left out. */
export function Words({ before, after }: { before: string; after: string }) {
  const t = useT();
  const runs = useMemo(() => wordRuns(before, after), [before, after]);
  return (
    <div className="words">
      {runs.map(({ kind, text }, at) => {
        const key = at;
        if (kind === 'gone')
          return (
            <del key={key}>
              <span className="sr">{t('studio.gone')} </span>
              {text}
            </del>
          );
        if (kind === 'new')
          return (
            <ins key={key}>
              <span className="sr">{t('studio.came')} </span>
              {text}
            </ins>
          );
        return <span key={key}>{shortened(text, at === 0, at === runs.length - 1)}</span>;
      })}
    </div>
  );
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const [head, tail] = [isFirst ? 0 : AROUND, isLast ? 0 : AROUND];
  if (text.length <= head + tail + AROUND) return text;
  return `${text.slice(0, head)}\n […] \n${tail === 0 ? '' : text.slice(-tail)}`;
}
