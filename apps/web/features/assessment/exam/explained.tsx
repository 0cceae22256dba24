'use client';
import type { Attempt } from '@tailcamp/contracts';
import { ArrowRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { ExplainAttempt } from '../explaining/explain';
import { MarkedAnswer } from '../marked-answer';
import { Question } from '../question';

interface ExplainedProps {
  attempt: Pick<Attempt, 'id' | 'campId'>;
  feedback: NonNullable<Attempt['feedback']>;
  last: boolean;
  onGoOn: () => void;
}

/** In camps that tell at once: the answer before, what is right and why, until the learner goes on. */
export function Explained(props: ExplainedProps) {
  const t = useT();
  const { attempt, feedback } = props;
  const { asked, answer, marked, position } = feedback;
  const onward = useRef<HTMLDivElement>(null);
  useEffect(() => onward.current?.querySelector('button')?.focus(), []);
  return (
    <article className="ask">
      <Question asked={asked} level="h1" />
      <MarkedAnswer asked={asked} answer={answer} marked={marked} />
      {marked.right !== null && <ExplainAttempt campId={attempt.campId} attemptId={attempt.id} position={position} />}
      <div className="exam-do" ref={onward}>
        <Button tone="primary" size="large" icon={ArrowRight} onClick={props.onGoOn}>
          {t(props.last ? 'exam.toTheEnd' : 'exam.goOn')}
        </Button>
      </div>
    </article>
  );
}
