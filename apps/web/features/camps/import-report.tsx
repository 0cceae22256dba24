'use client';
import type { Import } from '@tailcamp/contracts';
import { CircleCheck, SlidersHorizontal } from 'lucide-react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useLocale, useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Title } from '@/ui/card';
import { Tag } from '@/ui/marks';
import { Banner, Bar } from '@/ui/states';
import { Table, Td, Th } from '@/ui/table';
import { sentence } from '../matching/criterion-words';
import { noticeInWords } from '../matching/notice-words';
import { useImportProgress } from './import-progress';
import { partInWords, rowInWords } from './import-words';

type Row = Import['rows'][number];

const DELIMITERS = { ',': 'import.comma', ';': 'import.semicolon', '\t': 'import.tab' } as const;
const TONES = { added: 'good', changed: 'info', merged: 'info', refused: 'bad', noticed: 'warn' } as const;
const GRAVE: readonly Row['was'][] = ['refused', 'merged', 'noticed', 'changed', 'added'];

/** What the file would change, row by row, and the way to make it so. */
export function ImportReport({ report, campId, onAnother }: { report: Import; campId: string; onAnother: () => void }) {
  const t = useT();
  const locale = useLocale();
  const rows = [...report.rows].sort((a, b) => GRAVE.indexOf(a.was) - GRAVE.indexOf(b.was) || a.row - b.row);
  const delimiter = DELIMITERS[report.delimiter as keyof typeof DELIMITERS];
  return (
    <>
      <ReportTitle report={report} campId={campId} onAnother={onAnother} />
      <dl className="card tally">
        {(['added', 'changed', 'unchanged', 'refused'] as const).map((what) => (
          <div key={what}>
            <dt>{t(`import.${what}`)}</dt>
            <dd className={what === 'refused' && report.refused > 0 ? 'figure num bad' : 'figure num'}>
              {report[what]}
            </dd>
          </div>
        ))}
      </dl>
      {report.missing.length > 0 && (
        <Banner calm>
          {t('import.missing', { columns: report.missing.map((part) => partInWords(t, part)).join(', ') })}
        </Banner>
      )}
      {report.notices.length > 0 && (
        <Banner calm>
          {report.notices.map((notice) => (
            <p key={notice}>{sentence(noticeInWords(t, locale, notice))}</p>
          ))}
        </Banner>
      )}
      <p className="note muted">
        {t('import.columns', { count: report.columns.length, delimiter: delimiter ? t(delimiter) : report.delimiter })}
      </p>
      {rows.length > 0 ? <Rows rows={rows} /> : <p className="note muted">{t('import.rowsNone')}</p>}
    </>
  );
}

function ReportTitle({ report, campId, onAnother }: { report: Import; campId: string; onAnother: () => void }) {
  const t = useT();
  const { put } = useAnswers();
  const apply = useWrite('camps.applyImport');
  const progress = useImportProgress((state) => state[report.id]);
  const changes = report.added + report.changed;
  const go = () =>
    apply.mutate(
      { campId, importId: report.id },
      { onSuccess: (now) => put('camps.getImport', { campId, importId: report.id }, now) },
    );
  const another = <Button onClick={onAnother}>{t('import.another')}</Button>;
  if (report.state === 'applied')
    return (
      <Title
        lead={t('import.appliedLead')}
        actions={
          <>
            {another}
            <ButtonLink tone="primary" icon={SlidersHorizontal} href={`/camps/${campId}/policy`}>
              {t('camp.policyOpen')}
            </ButtonLink>
          </>
        }
      >
        {t('import.applied', { added: report.added, changed: report.changed })}
      </Title>
    );
  if (report.state === 'failed')
    return (
      <>
        <Title actions={another}>{t('import.failed')}</Title>
        {report.problem && (
          <Banner>
            {report.problem.field}: {report.problem.message}
          </Banner>
        )}
      </>
    );
  if (report.state === 'applying') {
    const { done, of } = progress ?? { done: 0, of: changes };
    const words = t('import.applying', { done, of });
    return (
      <>
        <Title>{words}</Title>
        <Bar label={words} done={done} of={of} />
      </>
    );
  }
  return (
    <>
      <Title
        lead={changes === 0 ? t('import.nothing') : t('import.readLead')}
        actions={
          <>
            {another}
            {changes > 0 && (
              <Button tone="primary" icon={CircleCheck} busy={apply.isPending} onClick={go}>
                {t('import.apply', { count: changes })}
              </Button>
            )}
          </>
        }
      >
        {t('import.readTitle', { count: report.read, name: report.fileName })}
      </Title>
      {apply.error && <Banner>{inWords(apply.error)}</Banner>}
    </>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const t = useT();
  const columns = rows.some(({ column }) => column !== null);
  return (
    <Table
      cards
      label={t('import.rowsTitle')}
      head={
        <>
          <Th right>{t('import.row')}</Th>
          <Th>{t('import.what')}</Th>
          {columns && <Th>{t('import.column')}</Th>}
          <Th>{t('import.why')}</Th>
        </>
      }
    >
      {rows.map((row) => (
        <tr key={`${row.row} ${row.column} ${row.message}`}>
          <Td right className="slim-cell" head={t('import.row')}>
            {row.row}
          </Td>
          <Td className="slim-cell">
            <Tag tone={TONES[row.was]}>{t(`import.${row.was}`)}</Tag>
          </Td>
          {columns && (
            <Td className="slim-cell muted" {...(row.column === null ? {} : { head: t('import.column') })}>
              {row.column}
            </Td>
          )}
          <Td className="wide-cell">{rowInWords(t, row)}</Td>
        </tr>
      ))}
    </Table>
  );
}
