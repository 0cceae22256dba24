'use client';
import type { AttemptProgress } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import type { Translate } from '@/lib/i18n/translate';
import { decimal } from '@/ui/format';

const WIDTH = 400;

/** How far the attempt is: which question this is, where the end most likely lies, and how well the ability is known. */
export function SureBar({ progress, position }: { progress: AttemptProgress; position: number | null }) {
  const t = useT();
  const { answered, most, likelyEnd, standardErrors, stopsAt } = progress;
  const x = (questions: number) => (WIDTH * Math.min(questions, most)) / most;
  const now = standardErrors.at(-1) ?? 1;
  const gradient = 'sure-fade';
  return (
    <section className="sure" aria-label={t('exam.progress')}>
      <p className="small">
        {position === null ? (
          <b>{t('exam.allAnswered', { count: answered })}</b>
        ) : (
          <>
            <b>{t('exam.question', { number: position + 1 })}</b>{' '}
            <span className="muted">{likelyInWords(t, likelyEnd)}</span>
          </>
        )}
      </p>
      <svg className="sure-bar" viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <linearGradient id={gradient}>
            <stop offset="0" stopColor="var(--accent)" stopOpacity=".75" />
            <stop offset="1" stopColor="var(--accent)" stopOpacity=".2" />
          </linearGradient>
        </defs>
        <rect y="3" width={WIDTH} height="4" rx="2" fill="var(--text)" opacity=".1" />
        {likelyEnd && (
          <rect
            x={x(likelyEnd.from - 1)}
            y="3"
            width={x(likelyEnd.to) - x(likelyEnd.from - 1)}
            height="4"
            fill={`url(#${gradient})`}
          />
        )}
        <rect y="3" width={x(answered)} height="4" rx="2" fill="var(--accent)" />
        {position !== null && (
          <rect className="at-now" x={x(answered)} y="1" width={x(1)} height="8" rx="2" fill="var(--accent)" />
        )}
      </svg>
      <p className="small muted num sure-se">
        <span className="wide">{t('exam.knownTo')} </span>
        <b className="txt">±{decimal(now)}</b>
        <span className="wide">, {t('exam.stopsAt', { error: decimal(stopsAt) })}</span>
        <span className="phone-inline"> {t('exam.endsAt', { error: decimal(stopsAt) })}</span>
      </p>
    </section>
  );
}

function likelyInWords(t: Translate, likelyEnd: AttemptProgress['likelyEnd']): string {
  if (likelyEnd === null) return t('exam.writtenOnly');
  const { from, to } = likelyEnd;
  return from === to ? t('exam.likelyOne', { to }) : t('exam.likelyOf', { from, to });
}
