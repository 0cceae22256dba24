'use client';
import type { StepLesson, StepPage } from '@tailcamp/contracts';
import { CheckCheck, Undo2 } from 'lucide-react';
import { inWords } from '@/lib/api/problem';
import { useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { useDates } from '@/ui/time';
import { toast } from '@/ui/toast-store';
import { LessonText } from './lesson-text';

interface LessonCardProps {
  campId: string;
  skill: string;
  lesson: StepLesson;
  /** The step, once it is noted that it was read, or is to be read again. */
  onNoted: (page: StepPage) => void;
}

/** A lesson, and whether its learner has read it. */
export function LessonCard({ campId, skill, lesson, onNoted }: LessonCardProps) {
  const t = useT();
  const dates = useDates();
  const mark = useWrite('curriculum.read');
  const { id, readAt } = lesson;
  const set = (read: boolean) =>
    mark.mutate(
      { campId, skill, lesson: id, read },
      {
        onSuccess: (page) => {
          onNoted(page);
          if (read) toast(t('path.noted'), { action: { label: t('action.undo'), run: () => set(false) } });
        },
        onError: (error) => toast(inWords(error), { tone: 'bad' }),
      },
    );
  return (
    <article className="card lesson" aria-labelledby={`lesson-${id}`}>
      <LessonText lesson={lesson} headingId={`lesson-${id}`} />
      <div className="foot">
        {readAt === null ? (
          <Button icon={CheckCheck} busy={mark.isPending} onClick={() => set(true)}>
            {t('path.markRead')}
          </Button>
        ) : (
          <>
            <span className="small muted grow">{t('path.readOn', { day: dates.day(readAt) })}</span>
            <Button tone="quiet" icon={Undo2} busy={mark.isPending} onClick={() => set(false)}>
              {t('path.markUnread')}
            </Button>
          </>
        )}
      </div>
    </article>
  );
}
