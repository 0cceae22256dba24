'use client';
import type { BankItem } from '@tailcamp/contracts';
import { Check } from 'lucide-react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { useDates } from '@/ui/time';
import { toast } from '@/ui/toast-store';

/** What learners say is wrong with it, until somebody has dealt with it. */
export function ItemReports(props: { campId: string; itemId: string; reports: BankItem['reports']; version: number }) {
  const t = useT();
  const dates = useDates();
  const { refresh } = useAnswers();
  const resolve = useWrite('itemBank.resolveReport');
  const { campId, itemId, reports, version } = props;
  if (reports.length === 0) return null;
  const deal = (reportId: string) =>
    resolve.mutate(
      { campId, itemId, reportId },
      {
        onSuccess: () => toast(t('item.resolved')),
        onError: (error) => toast(inWords(error), { tone: 'bad' }),
        onSettled: () => {
          refresh('itemBank.get');
          refresh('itemBank.search');
        },
      },
    );
  const isGone = (id: string) => resolve.variables?.reportId === id && !resolve.isError && !resolve.isIdle;
  return (
    <Card title={t('item.reports', { count: reports.length })}>
      <ul className="members-wide pad-top">
        {reports
          .filter(({ id }) => !isGone(id))
          .map((report) => (
            <li key={report.id}>
              <div className="grow">
                <p>{report.text}</p>
                <span className="small muted">
                  {dates.moment(report.at)}
                  {report.version < version && ` · ${t('item.reportOld', { version: report.version })}`}
                </span>
              </div>
              <Button size="small" icon={Check} onClick={() => deal(report.id)}>
                {t('item.resolve')}
              </Button>
            </li>
          ))}
      </ul>
    </Card>
  );
}

export function ItemHistory({ history }: Pick<BankItem, 'history'>) {
  const t = useT();
  const dates = useDates();
  return (
    <Card title={t('item.history')}>
      <ol className="item-history pad">
        {history.map(({ version, at, by }) => (
          <li key={version}>
            <b className="num">{version}</b>
            <span className="grow">{by === null ? t('item.byLibrary') : by || t('item.bySomebody')}</span>
            <span className="small muted num">{dates.day(at)}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
