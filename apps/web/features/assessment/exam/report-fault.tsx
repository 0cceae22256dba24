'use client';
import { useState } from 'react';
import { fieldErrors, inWords } from '@/lib/api/problem';
import { useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Textarea } from '@/ui/field';
import { toast } from '@/ui/toast-store';

/** Tells the camp's instructors what is wrong with a question. */
export function ReportFault(props: {
  attemptId: string;
  position: number;
  open: boolean;
  onClose: () => void;
  onReported: () => void;
}) {
  const t = useT();
  const [text, setText] = useState('');
  const report = useWrite('assessment.report');
  const { attemptId, position } = props;
  const submit = () =>
    report.mutate(
      { attemptId, position, text },
      {
        onSuccess: () => {
          setText('');
          props.onReported();
          props.onClose();
          toast(t('report.thanks'));
        },
      },
    );
  const wrong = report.error === null ? undefined : (fieldErrors(report.error).text ?? inWords(report.error));
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t('report.title')}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Textarea
          label={t('report.what')}
          hint={t('report.hint')}
          error={wrong}
          rows={4}
          maxLength={1000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <div className="row end">
          <Button tone="quiet" onClick={props.onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" tone="primary" busy={report.isPending} disabled={text.trim().length < 3}>
            {t('report.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
