'use client';
import Link from 'next/link';
import { useAnswers, useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Page } from '@/ui/shell/page';
import { LessonCard } from '../step/lesson-card';
import { LessonText } from '../step/lesson-text';

/** One lesson to be read by itself, and the skill that it belongs to. */
export function FoundLessonPage({ campId, lesson: id }: { campId: string; lesson: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const lesson = useGiven('content.lesson', { campId, lesson: id });
  const { put } = useAnswers();
  const { skill, others, mine } = lesson;
  return (
    <Page
      crumbs={[
        { label: camp.name, href: `/camps/${campId}` },
        { label: t('search.title'), href: `/camps/${campId}/search` },
        { label: lesson.title },
      ]}
    >
      <Title>{skill.title}</Title>
      <div className="two">
        <div className="col">
          {mine ? (
            <LessonCard
              campId={campId}
              skill={skill.id}
              lesson={lesson}
              onNoted={(page) => {
                const readAt = page.lessons.find((one) => one.id === id)?.readAt ?? null;
                put('content.lesson', { campId, lesson: id }, { ...lesson, readAt });
                put('curriculum.step', { campId, skill: skill.id }, page);
              }}
            />
          ) : (
            <article className="card lesson" aria-labelledby="found-lesson">
              <LessonText lesson={lesson} headingId="found-lesson" />
            </article>
          )}
        </div>
        <div className="col">
          <Card title={t('search.around')}>
            <div className="pad standing">
              <p className="note">{t(mine ? 'search.readHere' : 'search.publishedHere')}</p>
              <ButtonLink href={mine ? `/camps/${campId}/path/${skill.id}` : `/camps/${campId}/studio/${id}`}>
                {t(mine ? 'search.toSkill' : 'search.toStudio')}
              </ButtonLink>
            </div>
            {others.length > 0 && (
              <ul className="members-wide" aria-label={t('search.others', { skill: skill.title })}>
                {others.map((other) => (
                  <li key={other.id}>
                    <Link className="link grow" href={`/camps/${campId}/lessons/${other.id}`}>
                      {other.title}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </div>
      </div>
    </Page>
  );
}
