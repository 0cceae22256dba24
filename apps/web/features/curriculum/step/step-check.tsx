'use client';
import type { Answer, PracticeQuestion, StepPage } from '@tailcamp/contracts';
import { CircleCheck, ListChecks } from 'lucide-react';
import { useState } from 'react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Banner, Bones, Empty } from '@/ui/states';
import { NothingNow } from '../../assessment/practice/nothing-now';
import { PracticeAsking } from '../../assessment/practice/practice-asking';
import { type Told, ToldAnswer } from '../../assessment/practice/told-answer';

/** The questions that close a step, one after the other, each explained at once. */
export function StepCheckCard({ campId, page }: { campId: string; page: StepPage }) {
  const t = useT();
  const [begun, setBegun] = useState(false);
  const { check, skill } = page;
  const all = check.right === check.questions;
  return (
    <Card
      title={t('path.checkTitle')}
      end={<span className="small muted num">{t('path.rightOf', { right: check.right, count: check.questions })}</span>}
      className="practice step-check"
    >
      {begun ? (
        <Asking campId={campId} skill={skill.id} />
      ) : (
        <Empty
          icon={all ? CircleCheck : ListChecks}
          title={t(all ? 'path.checkAll' : check.answered > 0 ? 'path.checkSome' : 'path.checkNone')}
          action={
            all ? undefined : (
              <Button tone="primary" onClick={() => setBegun(true)}>
                {t(check.answered > 0 ? 'path.checkGoOn' : 'path.checkStart')}
              </Button>
            )
          }
        >
          {t(all ? 'path.checkAllBecause' : 'path.checkHow', { count: check.questions })}
        </Empty>
      )}
    </Card>
  );
}

function Asking({ campId, skill }: { campId: string; skill: string }) {
  const t = useT();
  // Asking makes a question wait, which a rendering on the server may not do.
  const next = useRead('curriculum.check', { campId, skill });
  const { refresh } = useAnswers();
  const [last, setLast] = useState<{ question: PracticeQuestion; answer: Answer; told: Told } | null>(null);
  const [explaining, setExplaining] = useState(false);
  const another = () => refresh('curriculum.check', { campId, skill });
  // The one just answered is no news: the next is on its way.
  const data =
    next.data?.question && next.data.question.practiceId === last?.question.practiceId ? undefined : next.data;
  if (explaining && last !== null) return <ToldAnswer campId={campId} {...last} onGoOn={() => setExplaining(false)} />;
  if (data === undefined) {
    return (
      <div className="pad">
        {next.error === null ? (
          <Bones label={t('state.loading')} />
        ) : (
          <Banner action={<Button onClick={() => next.refetch()}>{t('exam.tryAgain')}</Button>}>
            {inWords(next.error)}
          </Banner>
        )}
      </div>
    );
  }
  if (data.nothing !== null) return <NothingNow campId={campId} skill={skill} nothing={data.nothing} />;
  if (data.question === null) {
    return (
      <Empty icon={CircleCheck} title={t('path.checkAll')}>
        {t('path.checkAllBecause')}
      </Empty>
    );
  }
  return (
    <PracticeAsking
      key={data.question.practiceId}
      campId={campId}
      question={data.question}
      onGone={another}
      onTold={(question, answer, told) => {
        setLast({ question, answer, told });
        setExplaining(true);
        another();
        refresh('curriculum.step', { campId, skill });
        refresh('curriculum.path', { campId });
      }}
    />
  );
}
