'use client';
import type { Answer, Attempt } from '@tailcamp/contracts';
import { CornerDownLeft, Flag } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Banner } from '@/ui/states';
import { Question } from '../question';
import { AnswerInput } from './answer-input';
import { answerOf, picked } from './draft';
import { ReportFault } from './report-fault';
import { useDraft } from './use-draft';
import { useExamKeys } from './use-exam-keys';

interface AskingProps {
  attempt: Attempt;
  question: NonNullable<Attempt['question']>;
  onSaved: (saved: boolean) => void;
  onHelp: () => void;
}

/** The question that waits. What is put in stays in this browser until the server has it. */
export function Asking({ attempt, question, onSaved, onHelp }: AskingProps) {
  const t = useT();
  const { asked, position, version } = question;
  const attemptId = attempt.id;
  const { draft, set, forget } = useDraft(`${attemptId}:${position}`, asked);
  const { put, refresh } = useAnswers();
  const send = useWrite('assessment.answer');
  const [reporting, setReporting] = useState(false);
  const heading = useFocusOnArrival(position);
  const ready = answerOf(asked, draft);
  const submit = (answer: Answer) => {
    if (send.isPending) return;
    send.mutate(
      { attemptId, position, version, answer },
      {
        onSuccess: (next) => {
          forget();
          onSaved(true);
          put('assessment.get', { attemptId }, next);
        },
        onError: (error) => {
          if (isCode(error, 'conflict', 'not_found')) return refresh('assessment.get', { attemptId });
          onSaved(false);
        },
      },
    );
  };
  const confirm = () => ready !== null && submit(ready);
  const unknown = () => submit({ kind: 'unknown' });
  useExamKeys({
    options: 'options' in asked ? asked.options.length : 0,
    onLetter: (place) => set(picked(draft, place, asked.kind === 'choices')),
    onUnknown: unknown,
    onConfirm: confirm,
    onReport: () => setReporting(true),
    onHelp,
  });
  const written = asked.kind === 'essay' || asked.kind === 'program';
  return (
    <article className="ask" ref={heading} tabIndex={-1} aria-label={t('exam.question', { number: position + 1 })}>
      <Question asked={asked} level="h1" />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <AnswerInput asked={asked} draft={draft} onDraft={set} />
        {send.error !== null && !isCode(send.error, 'conflict') && (
          <Banner>{t('exam.sendFailed', { why: inWords(send.error) })}</Banner>
        )}
        <div className="exam-do">
          <Button type="submit" tone="primary" size="large" busy={send.isPending} disabled={ready === null}>
            {t(send.error === null ? 'exam.confirm' : 'exam.tryAgain')}
            <kbd className="wide">
              <Icon of={CornerDownLeft} />
            </kbd>
          </Button>
          <Button size="large" className="idk" onClick={unknown}>
            {t(written ? 'exam.skip' : 'exam.unknown')}
            <kbd className="wide">0</kbd>
          </Button>
          <p className="small muted grow wide">{t(written ? 'exam.skipBecause' : 'exam.unknownBecause')}</p>
        </div>
      </form>
      <p className="small">
        <Button tone="quiet" size="small" icon={Flag} onClick={() => setReporting(true)}>
          {t(question.reported ? 'exam.reported' : 'exam.report')}
        </Button>
      </p>
      <ReportFault
        attemptId={attemptId}
        position={position}
        open={reporting}
        onClose={() => setReporting(false)}
        onReported={() =>
          put('assessment.get', { attemptId }, { ...attempt, question: { ...question, reported: true } })
        }
      />
    </article>
  );
}

/** A question that comes in the place of another is where reading goes on; the first of a page is where it begins anyway. */
function useFocusOnArrival(position: number) {
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (position > 0 && document.activeElement === document.body) article.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [position]);
  return article;
}
