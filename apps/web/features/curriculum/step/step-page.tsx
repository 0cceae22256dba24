'use client';
import type { StepPage } from '@tailcamp/contracts';
import { ArrowRight, BookOpen, GraduationCap, Repeat } from 'lucide-react';
import Link from 'next/link';
import { useAnswers, useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { percent } from '@/ui/format';
import { Tag } from '@/ui/marks';
import { Page } from '@/ui/shell/page';
import { Because, Empty } from '@/ui/states';
import { useDates } from '@/ui/time';
import { Parts } from '../path/path-page';
import { ReasonWords } from '../path/reason-words';
import { LessonCard } from './lesson-card';
import { StepCheckCard } from './step-check';

/** A skill to be learnt: why it is here, its lessons, its check, and what comes next. */
export function LearnPage({ campId, skill }: { campId: string; skill: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const page = useGiven('curriculum.step', { campId, skill });
  const path = `/camps/${campId}/path`;
  const { step, lessons, next } = page;
  const { put } = useAnswers();
  return (
    <Page
      crumbs={[
        { label: camp.name, href: `/camps/${campId}` },
        { label: t('nav.path'), href: path },
        { label: page.skill.title },
      ]}
    >
      <Title lead={page.description}>{page.skill.title}</Title>
      <div className="two">
        <div className="col">
          {lessons.length === 0 && (
            <Card label={t('path.lessons')}>
              <Empty icon={BookOpen} title={t('path.noLessons')}>
                {t('path.noLessonsBecause')}
              </Empty>
            </Card>
          )}
          {lessons.map((lesson) => (
            <LessonCard
              key={lesson.id}
              campId={campId}
              skill={skill}
              lesson={lesson}
              onNoted={(noted) => put('curriculum.step', { campId, skill }, noted)}
            />
          ))}
          {page.check.questions > 0 && <StepCheckCard campId={campId} page={page} />}
          {next && step?.state === 'done' && (
            <ButtonLink tone="primary" size="large" icon={ArrowRight} href={`${path}/${next.id}`}>
              {t('path.nextIs', { skill: next.title })}
            </ButtonLink>
          )}
        </div>
        <div className="col">
          <StandingCard campId={campId} page={page} />
          <Around campId={campId} page={page} />
        </div>
      </div>
    </Page>
  );
}

/** Why it is here, when it is due and how well it is known. */
function StandingCard({ campId, page }: { campId: string; page: StepPage }) {
  const t = useT();
  const dates = useDates();
  const { step, mastery, practice, skill } = page;
  return (
    <Card title={t('path.whereYouAre')}>
      <div className="pad standing">
        {step ? (
          <>
            <Because>
              <ReasonWords step={step} />
            </Because>
            <Parts step={step} />
            {step.state !== 'done' && (
              <p className="note">
                {t(step.late ? 'path.lateSince' : 'path.dueOn', { day: dates.calendarDay(step.due) })}
              </p>
            )}
          </>
        ) : (
          <p className="note muted">{t('path.notOnPath')}</p>
        )}
        <p className="note">
          {mastery === null ? t('path.masteryNone') : t('path.mastery', { mastery: percent(mastery) })}
        </p>
        {practice.due !== null && (
          <p className="note muted">{t('path.practiceOn', { day: dates.day(practice.due) })}</p>
        )}
        {practice.questions > 0 && (
          <ButtonLink icon={Repeat} href={`/camps/${campId}/practice?skill=${skill.id}`}>
            {t('practice.start')}
          </ButtonLink>
        )}
        <ButtonLink icon={GraduationCap} href={`/camps/${campId}/tutor?skill=${skill.id}`}>
          {t('tutor.askAtStep')}
        </ButtonLink>
      </div>
    </Card>
  );
}

/** What it rests on, and what rests on it. */
function Around({ campId, page: { after, opens } }: { campId: string; page: StepPage }) {
  const t = useT();
  const link = (skill: { id: string; title: string }) => (
    <Link className="link grow" href={`/camps/${campId}/path/${skill.id}`}>
      {skill.title}
    </Link>
  );
  if (after.length === 0 && opens.length === 0) return null;
  return (
    <Card title={t('path.around')}>
      <ul className="members-wide">
        {after.map((skill) => (
          <li key={skill.id}>
            {link(skill)}
            <Tag tone={skill.known ? 'good' : undefined}>{t(skill.known ? 'path.known' : 'path.restsOn')}</Tag>
          </li>
        ))}
        {opens.map((skill) => (
          <li key={skill.id}>
            {link(skill)}
            <Tag tone="info">{t('path.opens')}</Tag>
          </li>
        ))}
      </ul>
    </Card>
  );
}
