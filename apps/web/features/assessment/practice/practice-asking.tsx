'use client';
import type { Answer, PracticeQuestion } from '@tailcamp/contracts';
import { CornerDownLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { inWords, isCode } from '@/lib/api/problem';
import { useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Banner } from '@/ui/states';
import { AnswerInput } from '../exam/answer-input';
import { answerOf, picked } from '../exam/draft';
import { useDraft } from '../exam/use-draft';
import { useExamKeys } from '../exam/use-exam-keys';
import { Question } from '../question';
import type { Told } from './told-answer';

interface PracticeAskingProps {
  campId: string;
  question: PracticeQuestion;
  onTold: (question: PracticeQuestion, answer: Answer, told: Told) => void;
  /** It is not the question that waits any more. */
  onGone: () => void;
}

/** The question that waits, to be answered by mouse, by touch or by keys as in an assessment. */
export function PracticeAsking({ campId, question, onTold, onGone }: PracticeAskingProps) {
  const t = useT();
  const { practiceId, asked } = question;
  const { draft, set, forget } = useDraft(`practice:${practiceId}`, asked);
  const send = useWrite('practice.answer');
  const article = useRef<HTMLElement>(null);
  const ready = answerOf(asked, draft);
  useEffect(() => {
    // After an explanation the button that had the focus is gone.
    if (document.activeElement === document.body) article.current?.focus({ preventScroll: true });
  }, []);
  const submit = (answer: Answer) => {
    if (send.isPending) return;
    send.mutate(
      { campId, practiceId, answer },
      {
        onSuccess: (told) => {
          forget();
          onTold(question, answer, told);
        },
        onError: (error) => isCode(error, 'conflict', 'not_found') && onGone(),
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
  });
  return (
    <article className="ask" ref={article} tabIndex={-1} aria-label={t('practice.question')}>
      <Question asked={asked} level="h2" />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <AnswerInput asked={asked} draft={draft} onDraft={set} />
        {send.error !== null && <Banner>{t('exam.sendFailed', { why: inWords(send.error) })}</Banner>}
        <div className="practice-do">
          <Button type="submit" tone="primary" busy={send.isPending} disabled={ready === null}>
            {t('exam.confirm')}
            <kbd className="wide">
              <Icon of={CornerDownLeft} />
            </kbd>
          </Button>
          <Button className="idk" onClick={unknown}>
            {t('exam.unknown')}
            <kbd className="wide">0</kbd>
          </Button>
        </div>
      </form>
    </article>
  );
}
