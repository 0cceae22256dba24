'use client';
import type { TutorTurn } from '@tailcamp/contracts';
import { GraduationCap, RotateCcw, ThumbsDown, ThumbsUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Button, IconButton } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Cited } from '@/ui/markdown/cited';
import { Banner } from '@/ui/states';
import { useDates } from '@/ui/time';
import { Sources, sourceId } from './sources';

interface TurnProps {
  campId: string;
  turn: TutorTurn;
  /** None of these where it is only read. */
  onRetry?: (() => void) | undefined;
  onRate?: (helpful: boolean | null) => void;
}

/** A question with its answer, however far it is. */
export function Turn({ campId, turn, onRetry, onRate }: TurnProps) {
  const t = useT();
  const answering = turn.state === 'answering';
  return (
    <li className="turn">
      <Asked>{turn.question}</Asked>
      <article className="answer" aria-label={t('tutor.tutor')} aria-busy={answering}>
        <span className="answer-mark">
          <Icon of={GraduationCap} />
        </span>
        <div className="answer-body">
          <Answer campId={campId} turn={turn} />
          {turn.state === 'stopped' && <p className="note muted">{t('tutor.stopped')}</p>}
          {turn.state === 'failed' && <Banner>{t('tutor.failed')}</Banner>}
          {onRetry && (turn.state === 'stopped' || turn.state === 'failed') && (
            <Button size="small" icon={RotateCcw} onClick={onRetry}>
              {t('tutor.again')}
            </Button>
          )}
          {turn.state === 'done' && (
            <div className="answer-foot">
              <p className="small muted grow">
                <AnsweredBy turn={turn} />
              </p>
              {onRate && <Rate helpful={turn.helpful} onRate={onRate} />}
            </div>
          )}
        </div>
      </article>
    </li>
  );
}

export function Asked({ children }: { children: ReactNode }) {
  const t = useT();
  return (
    <div className="asked">
      <span className="sr">{t('tutor.you')}:</span>
      <p>{children}</p>
    </div>
  );
}

function Answer({ campId, turn }: { campId: string; turn: TutorTurn }) {
  const t = useT();
  const { id, outcome, reply, sources, state } = turn;
  if (reply === '' && (state === 'stopped' || state === 'failed')) return null;
  if (state === 'answering' && reply === '') return <p className="note muted thinking">{t('tutor.thinking')}</p>;
  if (outcome === 'declined') {
    return (
      <>
        <p>
          <b>{t('tutor.declined')}</b> {t(sources.length > 0 ? 'tutor.declinedNear' : 'tutor.declinedNone')}
        </p>
        <Sources campId={campId} turnId={id} sources={sources} />
      </>
    );
  }
  const [first] = sources;
  if (reply === '') {
    return first === undefined ? null : (
      <>
        <p>{t('tutor.passages', { lesson: first.lesson.title })}</p>
        <Sources campId={campId} turnId={id} sources={sources} whole />
      </>
    );
  }
  const known = new Set(sources.map(({ number }) => number));
  return (
    <>
      {outcome === 'uncited' && <Banner calm>{t('tutor.uncited')}</Banner>}
      <Cited sourceId={(number) => (known.has(number) ? sourceId(id, number) : null)}>{reply}</Cited>
      {outcome === 'answered' && <Sources campId={campId} turnId={id} sources={sources} />}
    </>
  );
}

/** Whether a model or rules have answered, and why. */
function AnsweredBy({ turn: { by } }: { turn: TutorTurn }) {
  const t = useT();
  const dates = useDates();
  if (by === null) return null;
  if (by.how === 'model') return t('tutor.by.model', { model: by.model });
  if (by.because === 'budget')
    return t('tutor.by.budget', { moment: by.resetAt === null ? '' : dates.moment(by.resetAt) });
  return t(`tutor.by.${by.because}`);
}

function Rate({ helpful, onRate }: { helpful: boolean | null; onRate: (helpful: boolean | null) => void }) {
  const t = useT();
  return (
    <span className="rate">
      {([true, false] as const).map((says) => (
        <IconButton
          key={String(says)}
          small
          icon={says ? ThumbsUp : ThumbsDown}
          label={t(says ? 'tutor.helpful' : 'tutor.notHelpful')}
          aria-pressed={helpful === says}
          onClick={() => onRate(helpful === says ? null : says)}
        />
      ))}
    </span>
  );
}
