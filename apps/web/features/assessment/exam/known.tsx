'use client';
import type { Attempt } from '@tailcamp/contracts';
import { CornerDownRight } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import type { Translate } from '@/lib/i18n/translate';
import { Funnel } from '@/ui/charts/funnel';
import { decimal } from '@/ui/format';
import { Icon } from '@/ui/icon';

/** What is known so far beside the question: how wide the estimate is, in all and by domain, and why this question. */
export function Known({ attempt: { progress, question } }: { attempt: Attempt }) {
  const t = useT();
  const { standardErrors, likelyEnd, most, stopsAt, domains } = progress;
  const now = standardErrors.at(-1) ?? 1;
  const asked = question?.asked.domain.id;
  return (
    <aside className="known" aria-labelledby="known">
      <section>
        <h2 id="known">{t('exam.howSure')}</h2>
        <p className="note muted">{t('exam.howSureLead')}</p>
        <Funnel
          widths={standardErrors}
          likely={likelyEnd}
          most={most}
          aim={stopsAt}
          label={
            likelyEnd === null
              ? t('exam.funnelEnded', { now: decimal(now), aim: decimal(stopsAt) })
              : t('exam.funnel', { now: decimal(now), aim: decimal(stopsAt), from: likelyEnd.from, to: likelyEnd.to })
          }
          words={{ now: t('exam.now'), end: t('exam.likelyEnd') }}
        />
      </section>
      <section>
        <h2>{t('exam.byDomain')}</h2>
        <table className="doms">
          <thead className="sr">
            <tr>
              <th>{t('exam.domain')}</th>
              <th>{t('exam.width')}</th>
              <th>{t('exam.answered')}</th>
            </tr>
          </thead>
          <tbody>
            {domains.map(({ id, title, standardError, answered }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td>
                  <Width
                    error={standardError}
                    known={answered > 0}
                    label={t('exam.plusMinus', { error: decimal(standardError) })}
                  />
                </td>
                <td className="num muted small">{answered === 0 && id === asked ? t('exam.thisOne') : answered}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {question && (
        <p className="because">
          <Icon of={CornerDownRight} />
          <span>
            <b>{t('exam.why')}</b> {reason(t, question.why)}
          </span>
        </p>
      )}
    </aside>
  );
}

function reason(t: Translate, { reason: why, domain, answered }: NonNullable<Attempt['question']>['why']): string {
  if (why === 'written') return t('exam.whyWritten');
  const soFar = t('exam.answersSoFar', { domain: domain.title, count: answered });
  return `${t(why === 'balances' ? 'exam.whyBalances' : 'exam.whyTellsMost')} ${soFar}`;
}

/** A whisker as wide as the estimate of a domain, on a base of plus or minus one. */
function Width({ error, known, label }: { error: number; known: boolean; label: string }) {
  const half = 55 * Math.min(1, error);
  const tone = known ? 'wh' : 'wh none';
  return (
    <svg viewBox="0 0 110 14" width="110" height="14" role="img" aria-label={label}>
      <path d="M0 7H110" className="base" />
      <path d={`M${55 - half} 7H${55 + half}`} className={tone} />
      <path d={`M${55 - half} 3v8M${55 + half} 3v8`} className={tone} />
      <circle cx="55" cy="7" r="3" className={known ? '' : 'none'} />
    </svg>
  );
}
