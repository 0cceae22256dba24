'use client';
import type { Attempt } from '@tailcamp/contracts';
import { ArrowRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { MarkedAnswer } from '../marked-answer';
import { Question } from '../question';

/** In camps that tell at once: the answer before, what is right and why, until the learner goes on. */
export function Explained(props: { feedback: NonNullable<Attempt['feedback']>; last: boolean; onGoOn: () => void }) {
  const t = useT();
  const { asked, answer, marked } = props.feedback;
  const onward = useRef<HTMLDivElement>(null);
  useEffect(() => onward.current?.querySelector('button')?.focus(), []);
  return (
    <article className="ask">
      <Question asked={asked} level="h1" />
      <MarkedAnswer asked={asked} answer={answer} marked={marked} />
      <div className="exam-do" ref={onward}>
        <Button tone="primary" size="large" icon={ArrowRight} onClick={props.onGoOn}>
          {t(props.last ? 'exam.toTheEnd' : 'exam.goOn')}
        </Button>
      </div>
    </article>
  );
}
