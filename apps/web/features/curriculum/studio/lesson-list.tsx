'use client';
import type { StudioSummary } from '@tailcamp/contracts';
import Link from 'next/link';
import { useT } from '@/lib/i18n/provider';
import { duration } from '@/ui/format';
import { Table, Td, Th } from '@/ui/table';
import { useDates } from '@/ui/time';
import { LessonTags } from './lesson-tags';

/** A row for each lesson, those of one skill together; the row is the target. */
export function LessonList({ campId, lessons }: { campId: string; lessons: readonly StudioSummary[] }) {
  const t = useT();
  const dates = useDates();
  const head = { state: t('studio.state'), changed: t('studio.changedAt'), minutes: t('studio.minutes') };
  return (
    <Table
      cards
      label={t('studio.lessons')}
      head={
        <>
          <Th>{t('studio.lesson')}</Th>
          <Th>{head.state}</Th>
          <Th right>{head.minutes}</Th>
          <Th right>{head.changed}</Th>
        </>
      }
    >
      {lessons.map((lesson) => (
        <tr key={lesson.id} className="row-link">
          <Td className="bank-question">
            <Link prefetch={false} href={`/camps/${campId}/studio/${lesson.id}`}>
              {lesson.title}
            </Link>
            <span className="small muted">
              {lesson.skill.title} · {t(`studio.kind.${lesson.kind}`)}
            </span>
          </Td>
          <Td head={head.state}>
            <span className="row wrap">
              <LessonTags of={lesson} />
            </span>
          </Td>
          <Td head={head.minutes} right>
            {duration(lesson.minutes)}
          </Td>
          <Td head={head.changed} right>
            {dates.day(lesson.at)}
          </Td>
        </tr>
      ))}
    </Table>
  );
}
