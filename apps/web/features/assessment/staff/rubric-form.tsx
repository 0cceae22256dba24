'use client';
import type { GradedAnswer } from '@tailcamp/contracts';
import { Check } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { fieldErrors, inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Radio, Textarea } from '@/ui/field';
import { Phrase } from '@/ui/markdown/markdown';
import { Tag } from '@/ui/marks';
import { Banner } from '@/ui/states';
import { toast } from '@/ui/toast-store';
import { isTyping } from '../exam/use-exam-keys';
import { ProposalHead } from './proposal/proposal-head';
import { ProposedReason } from './proposal/proposed-reason';

/** The rubric with what is proposed: accept it by one key, or choose other levels. */
export function RubricForm({ campId, answer }: { campId: string; answer: GradedAnswer }) {
  const t = useT();
  const router = useRouter();
  const { put, refresh } = useAnswers();
  const save = useWrite('grading.grade');
  const { id: answerId, rubric, grade, proposed, version } = answer;
  const [chosen, setChosen] = useState<readonly (number | undefined)[]>(grade?.levels ?? []);
  const [comment, setComment] = useState(grade?.comment ?? '');
  const proposal = rubric.map((_, at) => proposed?.criteria[at]?.level ?? null);
  // What is proposed stands as chosen until somebody chooses otherwise, however late it comes.
  const levels = proposal.map((level, at) => chosen[at] ?? level);
  const points = rubric.reduce((sum, { levels: known }, at) => sum + (known[levels[at] ?? -1]?.points ?? 0), 0);
  const submit = (given: readonly (number | null)[]) => {
    const whole = given.flatMap((level) => (level === null ? [] : [level]));
    if (whole.length < rubric.length || save.isPending) return;
    save.mutate(
      { campId, answerId, levels: whole, comment, version },
      {
        onSuccess: (graded) => {
          put('grading.get', { campId, answerId }, graded);
          refresh('grading.queue');
          refresh('grading.agreement');
          toast(t('grade.saved', { name: answer.name }));
          router.push(`/camps/${campId}/assessment/grading`);
        },
        onError: (error) => {
          if (!isCode(error, 'stale')) return;
          refresh('grading.get', { campId, answerId });
          toast(t('state.stale'), { tone: 'bad' });
        },
      },
    );
  };
  const acceptable = proposal.every((level) => level !== null);
  useAcceptKey(() => acceptable && submit(proposal));
  const reasons = proposed?.criteria.some(({ reason }) => reason !== '') ?? false;
  const errors = fieldErrors(save.error);
  return (
    <Card
      title={t('grade.rubric')}
      end={<span className="num">{t('review.points', { points, of: answer.of })}</span>}
      className="grade-rubric"
    >
      <form
        className="pad form-column"
        onSubmit={(event) => {
          event.preventDefault();
          submit(levels);
        }}
      >
        <ProposalHead campId={campId} answer={answer} />
        {acceptable && (
          <Button tone="primary" icon={Check} busy={save.isPending} onClick={() => submit(proposal)}>
            {t('proposal.accept')}
            <kbd className="wide">A</kbd>
          </Button>
        )}
        {save.error !== null && !isCode(save.error, 'stale') && (
          <Banner>{Object.values(errors)[0] ?? inWords(save.error)}</Banner>
        )}
        {rubric.map(({ criterion, levels: known }, row) => (
          <fieldset key={criterion} className="form-column levels">
            <legend>{criterion}</legend>
            {known.map(({ points: worth, text }, level) => (
              <Radio
                key={worth}
                name={`criterion-${row}`}
                checked={levels[row] === level}
                onChange={() => setChosen(rubric.map((_, at) => (at === row ? level : chosen[at])))}
              >
                <span>
                  <b className="num">{worth}</b> <Phrase>{text}</Phrase>
                  {proposal[row] === level && (
                    <>
                      {' '}
                      <Tag tone="accent">{t('proposal.level')}</Tag>
                    </>
                  )}
                </span>
              </Radio>
            ))}
            {proposed?.criteria[row] !== undefined && <ProposedReason proposed={proposed.criteria[row]} />}
          </fieldset>
        ))}
        <Textarea
          label={t('grade.comment')}
          hint={t('grade.commentHint')}
          rows={4}
          maxLength={4000}
          value={comment}
          onChange={({ target }) => setComment(target.value)}
        />
        {reasons && (
          <Button
            tone="quiet"
            size="small"
            onClick={() => setComment([comment, reasonsOf(answer)].join('\n\n').trim())}
          >
            {t('proposal.reasons')}
          </Button>
        )}
        <Button
          type="submit"
          tone={acceptable ? undefined : 'primary'}
          busy={save.isPending}
          disabled={levels.some((level) => level === null)}
        >
          {t(grade === null ? 'grade.save' : 'grade.saveAgain')}
        </Button>
      </form>
    </Card>
  );
}

/** A reason for each criterion, as the learner would read it. */
const reasonsOf = ({ proposed, rubric }: GradedAnswer): string =>
  (proposed?.criteria ?? [])
    .flatMap(({ reason }, at) => (reason === '' ? [] : [`**${rubric[at]?.criterion ?? ''}**: ${reason}`]))
    .join('\n\n');

/** A accepts, unless somebody types or a dialog is open. */
function useAcceptKey(onAccept: () => void): void {
  const latest = useRef(onAccept);
  useEffect(() => {
    latest.current = onAccept;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.repeat) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      if (event.key.toUpperCase() === 'A') latest.current();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
}
