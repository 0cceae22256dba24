'use client';
import type { LessonDraft, StudioLesson } from '@tailcamp/contracts';
import { useRouter } from 'next/navigation';
import { isCode } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { toast } from '@/ui/toast-store';

/** Saves a new lesson or a change of one; what was saved becomes what is edited. */
export function useSaving(
  campId: string,
  base: StudioLesson | null,
  take: (lesson: StudioLesson) => void,
  forget: () => void,
) {
  const t = useT();
  const router = useRouter();
  const { put, refresh } = useAnswers();
  const create = useWrite('studio.create');
  const change = useWrite('studio.change');
  const saved = (made: StudioLesson) => {
    forget();
    put('studio.get', { campId, lessonId: made.id }, made);
    refresh('studio.list');
    refresh('studio.overview');
  };
  const save = (lesson: LessonDraft) => {
    if (base === null) {
      create.mutate(
        { campId, lesson },
        {
          onSuccess: (made) => {
            saved(made);
            toast(t('studio.created'));
            router.replace(`/camps/${campId}/studio/${made.id}`);
          },
        },
      );
      return;
    }
    change.mutate(
      { campId, lessonId: base.id, lesson, version: base.version },
      {
        onSuccess: (made) => {
          saved(made);
          take(made);
          toast(t(base.source === 'library' ? 'studio.copied' : 'studio.saved'));
        },
        onError: (error) => {
          if (isCode(error, 'stale')) refresh('studio.get', { campId, lessonId: base.id });
        },
      },
    );
  };
  const { error } = base === null ? create : change;
  return { save, error, isPending: create.isPending || change.isPending };
}
