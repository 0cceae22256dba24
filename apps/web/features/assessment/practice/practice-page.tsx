'use client';
import type { Answer, PracticeQuestion } from '@tailcamp/contracts';
import { useState } from 'react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useGiven, useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Page } from '@/ui/shell/page';
import { Banner, Bones } from '@/ui/states';
import { NothingNow } from './nothing-now';
import { PracticeAsking } from './practice-asking';
import { type Told, ToldAnswer } from './told-answer';

/** One question after another of what is due, each explained at once. */
export function PracticePage({ campId, skill }: { campId: string; skill: string | null }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const asked = skill === null ? { campId } : { campId, skill };
  // Asking makes a question wait, which a rendering on the server may not do.
  const next = useRead('practice.next', asked);
  const { refresh } = useAnswers();
  const [last, setLast] = useState<{ question: PracticeQuestion; answer: Answer; told: Told } | null>(null);
  const [explaining, setExplaining] = useState(false);
  // The one just answered is no news: the next is on its way.
  const data =
    next.data?.question && next.data.question.practiceId === last?.question.practiceId ? undefined : next.data;
  const named = explaining ? last?.question.skill : data?.question?.skill;
  const another = () => refresh('practice.next', asked);
  return (
    <Page
      crumbs={[
        { label: camp.name, href: `/camps/${campId}` },
        { label: t('nav.skills'), href: `/camps/${campId}/skills` },
        { label: t('practice.title') },
      ]}
    >
      <Title
        lead={data && data.due > 0 ? t('practice.due', { count: data.due }) : t('practice.lead')}
        actions={skill !== null && <ButtonLink href={`/camps/${campId}/practice`}>{t('practice.all')}</ButtonLink>}
      >
        {named === undefined ? t('practice.title') : t('practice.of', { skill: named.title })}
      </Title>
      <Card label={t('practice.title')} className="practice">
        {explaining && last !== null ? (
          <ToldAnswer campId={campId} {...last} onGoOn={() => setExplaining(false)} />
        ) : data === undefined ? (
          <div className="pad">
            {next.error === null ? (
              <Bones label={t('state.loading')} />
            ) : (
              <Banner action={<Button onClick={() => next.refetch()}>{t('exam.tryAgain')}</Button>}>
                {inWords(next.error)}
              </Banner>
            )}
          </div>
        ) : data.question !== null ? (
          <PracticeAsking
            key={data.question.practiceId}
            campId={campId}
            question={data.question}
            onGone={another}
            onTold={(question, answer, told) => {
              setLast({ question, answer, told });
              setExplaining(true);
              another();
              refresh('skillProfiles.mine', { campId });
            }}
          />
        ) : (
          data.nothing && <NothingNow campId={campId} skill={skill} nothing={data.nothing} />
        )}
      </Card>
    </Page>
  );
}
