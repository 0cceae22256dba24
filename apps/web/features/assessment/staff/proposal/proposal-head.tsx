'use client';
import type { GradedAnswer } from '@tailcamp/contracts';
import { Sparkles } from 'lucide-react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Banner } from '@/ui/states';
import { useDates } from '@/ui/time';
import { toast } from '@/ui/toast-store';
import { AnsweredByLine } from '../../../answered-by';
import { flagInWords } from './flag-words';

/** How the proposal stands: on its way, there, or not to be had; who made it, and what to look at. */
export function ProposalHead({ campId, answer }: { campId: string; answer: GradedAnswer }) {
  const t = useT();
  const dates = useDates();
  const { put } = useAnswers();
  const ask = useWrite('grading.propose');
  const { id: answerId, proposed, of } = answer;
  const again = () =>
    ask.mutate(
      { campId, answerId },
      {
        onSuccess: (now) => {
          put('grading.get', { campId, answerId }, now);
          toast(t('proposal.asked'));
        },
      },
    );
  const asking = (
    <Button size="small" icon={Sparkles} busy={ask.isPending} onClick={again}>
      {t(proposed === null ? 'proposal.ask' : 'proposal.askAgain')}
    </Button>
  );
  return (
    <div className="form-column proposal" role="status">
      {ask.error !== null && <Banner>{inWords(ask.error)}</Banner>}
      {proposed === null && (
        <Banner calm action={asking}>
          {t('proposal.none')}
        </Banner>
      )}
      {proposed?.state === 'failed' && <Banner action={proposed.mayAsk && asking}>{t('proposal.failed')}</Banner>}
      {proposed?.state === 'waiting' && (
        <Banner calm icon={Sparkles}>
          {proposed.retryAt === null
            ? t('proposal.waits')
            : t('proposal.waitsUntil', { time: dates.moment(proposed.retryAt) })}
        </Banner>
      )}
      {proposed?.by != null && (
        <div className="row wrap">
          <div className="grow">
            <b className="note">
              {proposed.points === null ? t('proposal.partly') : t('proposal.points', { points: proposed.points, of })}
            </b>
            <AnsweredByLine by={proposed.by} />
          </div>
          {proposed.state === 'ready' && proposed.mayAsk && asking}
        </div>
      )}
      {proposed !== null && proposed.flags.length > 0 && (
        <Banner>
          <b>{t('proposal.flags')}</b>
          <ul className="plain-list">
            {proposed.flags.map((flag) => (
              <li key={flag}>{flagInWords(t, flag)}</li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  );
}
