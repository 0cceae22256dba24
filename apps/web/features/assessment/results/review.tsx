'use client';
import type { Output } from '@/lib/api/names';
import { inWords } from '@/lib/api/problem';
import { useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Markdown, Phrase } from '@/ui/markdown/markdown';
import { Tag } from '@/ui/marks';
import { Banner, Because, Bones } from '@/ui/states';
import { ExplainAttempt } from '../explaining/explain';
import { MarkedAnswer } from '../marked-answer';
import { Question } from '../question';
import { stemOf } from '../stem';

type Reviewed = Output<'assessment.review'>['answers'][number];

interface ReviewProps {
  campId: string;
  attemptId: string;
}

/** Every question with what was answered, what is right and why. */
export function Review({ campId, attemptId }: ReviewProps) {
  const t = useT();
  const { data, error } = useRead('assessment.review', { attemptId });
  if (error !== null)
    return (
      <div className="pad">
        <Banner>{inWords(error)}</Banner>
      </div>
    );
  if (data === undefined) return <Bones label={t('review.title')} rows={6} />;
  return (
    <ol className="review">
      {data.answers.map((answered) => (
        <Answered key={answered.position} campId={campId} attemptId={attemptId} answered={answered} />
      ))}
    </ol>
  );
}

function Answered({ campId, attemptId, answered }: ReviewProps & { answered: Reviewed }) {
  const { position, asked, answer, marked, grade, skill } = answered;
  return (
    <li>
      <details>
        <summary>
          <span className="num muted">{position + 1}</span>
          <span className="grow">
            <Phrase>{stemOf(asked.stem).question}</Phrase> <span className="small muted">{skill.title}</span>
          </span>
          <Outcome answered={answered} />
        </summary>
        <div className="ask">
          <Question asked={asked} level="h3" />
          <MarkedAnswer asked={asked} answer={answer} marked={marked} />
          {marked.right !== null && <ExplainAttempt campId={campId} attemptId={attemptId} position={position} />}
          {grade !== null && <Grade marked={marked} grade={grade} />}
        </div>
      </details>
    </li>
  );
}

function Outcome({ answered: { answer, marked, grade } }: { answered: Reviewed }) {
  const t = useT();
  if (answer === null) return <Tag>{t('review.unanswered')}</Tag>;
  if (answer.kind === 'unknown') return <Tag>{t('review.unknown')}</Tag>;
  if (marked.right !== null)
    return <Tag tone={marked.right ? 'good' : 'bad'}>{t(marked.right ? 'review.right' : 'review.wrong')}</Tag>;
  return grade === null ? (
    <Tag tone="info">{t('review.pending')}</Tag>
  ) : (
    <Tag tone="accent">{t('review.points', { points: grade.points, of: grade.of })}</Tag>
  );
}

/** What an instructor gave a written answer: the level reached for each criterion, and what they say to it. */
function Grade({ marked: { key }, grade }: { marked: Reviewed['marked']; grade: NonNullable<Reviewed['grade']> }) {
  const t = useT();
  const rubric = 'rubric' in key ? key.rubric : [];
  return (
    <div className="given">
      <dl>
        {rubric.map(({ criterion, levels }, row) => {
          const level = levels[grade.levels[row] ?? 0];
          return (
            <div key={criterion}>
              <dt>{criterion}</dt>
              <dd>
                <b className="num">{level?.points}</b> <Phrase>{level?.text ?? ''}</Phrase>
              </dd>
            </div>
          );
        })}
      </dl>
      {grade.released && <Because>{t('review.released')}</Because>}
      {grade.comment !== '' && <Markdown>{grade.comment}</Markdown>}
    </div>
  );
}
