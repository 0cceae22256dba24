'use client';
import type { StudioLesson } from '@tailcamp/contracts';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Title } from '@/ui/card';
import { Page } from '@/ui/shell/page';
import { Banner } from '@/ui/states';
import { DraftedCard } from './drafting/drafted-card';
import { LessonEditor } from './editor/lesson-editor';
import { LessonHistory } from './editor/lesson-history';
import { LessonMoves } from './editor/lesson-moves';
import { LessonTags } from './lesson-tags';

/** One lesson as it is written: to be changed, looked over, published. */
export function LessonPage({ campId, lessonId }: { campId: string; lessonId: string }) {
  const t = useT();
  const lesson = useGiven('studio.get', { campId, lessonId });
  return (
    <Page crumbs={[{ label: t('nav.studio'), href: `/camps/${campId}/studio` }, { label: lesson.title }]}>
      <Title
        lead={
          <span className="row wrap">
            <span>
              {lesson.skill.title} · <span className="mono">{lesson.id}</span>
            </span>
            <LessonTags of={lesson} />
          </span>
        }
        actions={<LessonMoves campId={campId} lesson={lesson} />}
      >
        {lesson.title}
      </Title>
      <Standing lesson={lesson} />
      <LessonEditor key={lesson.id} campId={campId} now={lesson}>
        {lesson.drafted !== null && <DraftedCard campId={campId} drafted={lesson.drafted} />}
        <LessonHistory campId={campId} lesson={lesson} />
      </LessonEditor>
    </Page>
  );
}

/** What to know before changing it: whose it is, what its reviewer said, which version is learnt from meanwhile. */
function Standing({ lesson }: { lesson: StudioLesson }) {
  const t = useT();
  const { source, state, published, version, history } = lesson;
  const [newest] = history;
  if (source === 'library') return <Banner calm>{t('studio.libraryBecause')}</Banner>;
  if (state === 'draft' && newest?.comment)
    return (
      <Banner calm>
        <b>{newest.by === null ? t('studio.sentBack') : t('studio.sentBackBy', { name: newest.by })}</b>
        <p>{newest.comment}</p>
      </Banner>
    );
  if (published !== null && published !== version)
    return <Banner calm>{t('studio.olderBecause', { version: published })}</Banner>;
  return null;
}

export function NewLessonPage({ campId, skill }: { campId: string; skill: string }) {
  const t = useT();
  return (
    <Page crumbs={[{ label: t('nav.studio'), href: `/camps/${campId}/studio` }, { label: t('studio.new') }]}>
      <Title lead={t('studio.newLead')}>{t('studio.new')}</Title>
      <LessonEditor campId={campId} now={null} skill={skill} />
    </Page>
  );
}
