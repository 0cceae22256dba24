'use client';
import type { GradedAnswer } from '@tailcamp/contracts';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Card, Title } from '@/ui/card';
import { Lines } from '@/ui/markdown/code-view';
import { Markdown } from '@/ui/markdown/markdown';
import { Page } from '@/ui/shell/page';
import { useDates } from '@/ui/time';
import { Question } from '../question';
import { GradeHistory } from './grade-history';
import { CodeTold } from './proposal/code-told';
import { RubricForm } from './rubric-form';

/** One written answer beside its rubric and what is proposed: choose a level for each criterion, say something, and go on. */
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
          {answer.proposed?.code != null && <CodeTold code={answer.proposed.code} />}
          <Card title={t('marked.sample')}>
            <div className="pad">
              <Sample answer={answer} />
            </div>
          </Card>
          <GradeHistory history={answer.history} />
        </div>
        <RubricForm key={version} campId={campId} answer={answer} />
      </div>
    </Page>
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
