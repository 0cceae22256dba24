'use client';
import type { GradedAnswer } from '@tailcamp/contracts';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { fieldErrors, inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useGiven, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Radio, Textarea } from '@/ui/field';
import { Lines } from '@/ui/markdown/code-view';
import { Markdown, Phrase } from '@/ui/markdown/markdown';
import { Page } from '@/ui/shell/page';
import { Banner } from '@/ui/states';
import { useDates } from '@/ui/time';
import { toast } from '@/ui/toast-store';
import { Question } from '../question';

/** One written answer beside its rubric: choose a level for each criterion, say something, and go on to the next. */
export function GradePage({ campId, answerId }: { campId: string; answerId: string }) {
  const t = useT();
  const dates = useDates();
  const answer = useGiven('grading.get', { campId, answerId });
  const { name, skill, answeredAt, version } = answer;
  return (
    <Page
      crumbs={[
        { label: t('staff.grading'), href: `/camps/${campId}/assessment/grading` },
        { label: t('grade.crumb', { name }) },
      ]}
    >
      <Title lead={`${skill.title} · ${dates.moment(answeredAt)}`}>{t('grade.title', { name })}</Title>
      <div className="two grade">
        <div className="col">
          <Card title={t('grade.question')}>
            <div className="pad ask">
              <Question asked={answer.asked} level="h3" />
            </div>
          </Card>
          <Card title={t('grade.answer')}>
            <div className="pad">
              <Written answer={answer} />
            </div>
          </Card>
          <Card title={t('marked.sample')}>
            <div className="pad">
              <Sample answer={answer} />
            </div>
          </Card>
        </div>
        <Rubric key={version} campId={campId} answer={answer} />
      </div>
    </Page>
  );
}

function Rubric({ campId, answer }: { campId: string; answer: GradedAnswer }) {
  const t = useT();
  const router = useRouter();
  const { put, refresh } = useAnswers();
  const save = useWrite('grading.grade');
  const { id: answerId, rubric, grade, version } = answer;
  const [levels, setLevels] = useState<readonly (number | null)[]>(grade?.levels ?? rubric.map(() => null));
  const [comment, setComment] = useState(grade?.comment ?? '');
  const points = rubric.reduce((sum, { levels: known }, at) => sum + (known[levels[at] ?? -1]?.points ?? 0), 0);
  const whole = levels.flatMap((level) => (level === null ? [] : [level]));
  const submit = () =>
    save.mutate(
      { campId, answerId, levels: whole, comment, version },
      {
        onSuccess: (graded) => {
          put('grading.get', { campId, answerId }, graded);
          refresh('grading.queue');
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
          submit();
        }}
      >
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
                onChange={() => setLevels(levels.map((each, at) => (at === row ? level : each)))}
              >
                <span>
                  <b className="num">{worth}</b> <Phrase>{text}</Phrase>
                </span>
              </Radio>
            ))}
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
        <Button type="submit" tone="primary" busy={save.isPending} disabled={whole.length < rubric.length}>
          {t(grade === null ? 'grade.save' : 'grade.saveAgain')}
        </Button>
      </form>
    </Card>
  );
}

function Written({ answer: { answer, asked } }: { answer: GradedAnswer }) {
  if (answer.kind === 'program')
    return <Program language={asked.kind === 'program' ? asked.language : ''} source={answer.source} />;
  return answer.kind === 'essay' ? <Markdown>{answer.text}</Markdown> : null;
}

function Sample({ answer: { asked, sample } }: { answer: GradedAnswer }) {
  return asked.kind === 'program' ? (
    <Program language={asked.language} source={sample} />
  ) : (
    <Markdown>{sample}</Markdown>
  );
}

function Program({ language, source }: { language: string; source: string }) {
  return (
    <div className="prose">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre tabIndex={0}>
        <code>
          <Lines language={language} source={source} />
        </code>
      </pre>
    </div>
  );
}
