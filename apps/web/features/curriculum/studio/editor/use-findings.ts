'use client';
import type { LessonDraft } from '@tailcamp/contracts';
import { useEffect, useMemo, useState } from 'react';
import { fieldErrors } from '@/lib/api/problem';
import { useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';

const ASK_AFTER_MS = 400;
const UNNAMED = 'unnamed';

export interface Findings {
  /** By the path within the lesson. */
  fields: ReadonlyMap<string, readonly string[]>;
  /** Of the text as it stands now, not of what it was a moment ago. */
  isCurrent: boolean;
}

/** What the server's linter says of a lesson, a moment after it was last changed. */
export function useFindings(campId: string, lesson: LessonDraft): Findings {
  const t = useT();
  const written = JSON.stringify({ ...lesson, id: lesson.id || UNNAMED });
  const [asked, setAsked] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(written), ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [written]);
  const given = useMemo(() => JSON.parse(asked) as LessonDraft, [asked]);
  const { data, error, isFetching } = useRead('studio.lint', { campId, lesson: given }, { keep: true });
  return useMemo(() => {
    const fields = new Map<string, string[]>();
    const add = (field: string, message: string) => fields.set(field, [...(fields.get(field) ?? []), message]);
    // What is not even a draft is refused by its schema, whose words are about lengths and patterns.
    if (error !== null)
      for (const [path, message] of Object.entries(fieldErrors(error))) {
        const field = path.replace(/^lesson\./, '');
        const empty = (field === 'title' && given.title === '') || (field === 'skill' && given.skill === '');
        add(field, empty ? t(`studio.missing.${field === 'title' ? 'title' : 'skill'}`) : message);
      }
    else for (const { field, message } of data?.findings ?? []) add(field, message);
    return { fields, isCurrent: asked === written && !isFetching };
  }, [data, error, given, asked, written, isFetching, t]);
}

/** What is wrong with a field or anything in it, in one sentence. */
export const findingOf = ({ fields }: Findings, field: string): string | undefined => {
  const all = [...fields].flatMap(([path, messages]) =>
    path === field || path.startsWith(`${field}.`) ? messages : [],
  );
  return all.length === 0 ? undefined : all.join(' · ');
};
