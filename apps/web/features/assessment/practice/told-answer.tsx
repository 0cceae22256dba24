'use client';
import type { Answer, PracticeQuestion } from '@tailcamp/contracts';
import { ArrowRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Output } from '@/lib/api/names';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { percent } from '@/ui/format';
import { Because } from '@/ui/states';
import { useDates } from '@/ui/time';
import { ExplainPractice } from '../explaining/explain';
import { MarkedAnswer } from '../marked-answer';
import { Question } from '../question';

export type Told = Output<'practice.answer'>;

interface ToldAnswerProps {
  campId: string;
  question: PracticeQuestion;
  answer: Answer;
  told: Told;
  onGoOn: () => void;
}

/** What is right and why, how well the skill is known now, and when it comes again; until the learner goes on. */
export function ToldAnswer({ campId, question, answer, told, onGoOn }: ToldAnswerProps) {
  const t = useT();
  const dates = useDates();
  const { asked } = question;
  const onward = useRef<HTMLDivElement>(null);
  useEffect(() => onward.current?.querySelector('button')?.focus(), []);
  return (
    <article className="ask" aria-label={t('practice.explained')}>
      <Question asked={asked} level="h2" />
      <div role="status">
        <MarkedAnswer asked={asked} answer={answer} marked={told.marked} />
      </div>
      <ExplainPractice campId={campId} practiceId={question.practiceId} />
      <Because>
        {t('practice.known', {
          skill: told.skill.title,
          mastery: percent(told.mastery),
          day: dates.day(told.due),
        })}
      </Because>
      <div className="practice-do" ref={onward}>
        <Button tone="primary" icon={ArrowRight} onClick={onGoOn}>
          {t('practice.goOn')}
        </Button>
      </div>
    </article>
  );
}
