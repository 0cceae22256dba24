'use client';
import type { Answer, PracticeQuestion } from '@tailcamp/contracts';
import { useState } from 'react';
import { useAnswers, useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Page } from '@/ui/shell/page';
import { NothingNow } from './nothing-now';
import { practiceAsked } from './practice-asked';
import { PracticeAsking } from './practice-asking';
import { type Told, ToldAnswer } from './told-answer';

/** One question after another of what is due, each explained at once. */
export function PracticePage({ campId, skill }: { campId: string; skill: string | null }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const asked = practiceAsked(campId, skill);
  const { question, due, nothing } = useGiven('practice.next', asked);
  const { refresh } = useAnswers();
  const [told, setTold] = useState<{ question: PracticeQuestion; answer: Answer; told: Told } | null>(null);
  const named = told?.question.skill ?? question?.skill;
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
        lead={skill === null && due > 0 ? t('practice.due', { count: due }) : t('practice.lead')}
        actions={skill !== null && <ButtonLink href={`/camps/${campId}/practice`}>{t('practice.all')}</ButtonLink>}
      >
        {named === undefined ? t('practice.title') : t('practice.of', { skill: named.title })}
      </Title>
      <Card label={t('practice.title')} className="practice">
        {told !== null ? (
          <ToldAnswer {...told} onGoOn={() => setTold(null)} />
        ) : question !== null ? (
          <PracticeAsking
            key={question.practiceId}
            campId={campId}
            question={question}
            onGone={another}
            onTold={(answer, answered) => {
              setTold({ question, answer, told: answered });
              another();
              refresh('skillProfiles.mine', { campId });
            }}
          />
        ) : (
          nothing && <NothingNow campId={campId} skill={skill} nothing={nothing} />
        )}
      </Card>
    </Page>
  );
}
