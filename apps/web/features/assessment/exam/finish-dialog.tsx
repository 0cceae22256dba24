'use client';
import type { Attempt } from '@tailcamp/contracts';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { decimal } from '@/ui/format';
import { toast } from '@/ui/toast-store';

/** Asks before an attempt is ended early: it cannot be taken up again. */
export function FinishDialog(props: { attempt: Attempt; open: boolean; onClose: () => void }) {
  const t = useT();
  const { put } = useAnswers();
  const finish = useWrite('assessment.finish');
  const { attempt, onClose } = props;
  const attemptId = attempt.id;
  const submit = () =>
    finish.mutate(
      { attemptId },
      {
        onSuccess: (now) => {
          put('assessment.get', { attemptId }, now);
          onClose();
        },
        onError: (error) => toast(inWords(error), { tone: 'bad' }),
      },
    );
  return (
    <Dialog open={props.open} onClose={onClose} title={t('finish.title')}>
      <p className="note">{t('finish.what', { error: decimal(attempt.progress.standardErrors.at(-1) ?? 1) })}</p>
      <p className="note muted">{t('finish.instead')}</p>
      <div className="row end">
        <Button tone="quiet" onClick={onClose}>
          {t('finish.goOn')}
        </Button>
        <Button tone="danger" busy={finish.isPending} onClick={submit}>
          {t('finish.end')}
        </Button>
      </div>
    </Dialog>
  );
}
