'use client';
import type { ProposedCriterion } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { percent } from '@/ui/format';
import { Phrase } from '@/ui/markdown/markdown';
import { ruleInWords } from './flag-words';

/** Why a level is proposed for a criterion: the model's reason and what of the answer shows it, or what rules went by. */
export function ProposedReason({ proposed }: { proposed: ProposedCriterion }) {
  const t = useT();
  const { reason, rule, quotes, confidence, found, missing } = proposed;
  return (
    <div className="proposed-reason small">
      <p>
        {rule === null ? <Phrase>{reason}</Phrase> : ruleInWords(t, rule)}
        {rule === null && <span className="muted"> · {t('proposal.sure', { share: percent(confidence) })}</span>}
      </p>
      {quotes.length > 0 && (
        <figure>
          <figcaption className="muted">{t('proposal.quoted')}</figcaption>
          {quotes.map((quote) => (
            <blockquote key={quote}>{quote}</blockquote>
          ))}
        </figure>
      )}
      {rule !== null && found.length > 0 && <p className="muted">{t('proposal.found', { words: found.join(', ') })}</p>}
      {rule !== null && missing.length > 0 && (
        <p className="muted">{t('proposal.missing', { words: missing.join(', ') })}</p>
      )}
    </div>
  );
}
