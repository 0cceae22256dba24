'use client';
import type { ContentImport, ContentRow } from '@tailcamp/contracts';
import { fieldErrors, inWords, isCode } from '@/lib/api/problem';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Tag } from '@/ui/marks';
import { Banner } from '@/ui/states';

const TONES = { added: 'good', changed: 'info', refused: 'bad', noticed: 'warn' } as const;
/** What asks for a hand first. */
const GRAVE: readonly ContentRow['was'][] = ['refused', 'noticed', 'changed', 'added'];

/** What a file has brought: the sums, and by row what was not simply taken. */
export function ImportReport(props: {
  what: 'skills' | 'items';
  report: ContentImport;
  onAnother: () => void;
  onClose: () => void;
}) {
  const t = useT();
  const { what, report } = props;
  const rows = report.rows.toSorted((a, b) => GRAVE.indexOf(a.was) - GRAVE.indexOf(b.was));
  return (
    <>
      <p>{t(`file.read.${what}`, { count: report.read, name: report.fileName })}</p>
      <dl className="card tally">
        {(['added', 'changed', 'unchanged', 'refused'] as const).map((sum) => (
          <div key={sum}>
            <dt>{t(`file.sum.${sum}`)}</dt>
            <dd className={sum === 'refused' && report.refused > 0 ? 'figure num bad' : 'figure num'}>{report[sum]}</dd>
          </div>
        ))}
      </dl>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className="told-rows" tabIndex={0} aria-label={t('file.rows')}>
          <ul>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity, and does not move
              <li key={at}>
                <Tag tone={TONES[row.was]}>{t(`file.was.${row.was}`)}</Tag>
                <span className="grow">
                  {row.reason !== null && <b>{t(`file.reason.${row.reason}`)}: </b>}
                  {row.message}
                  <Place row={row} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="dialog-do">
        <Button onClick={props.onAnother}>{t('file.another')}</Button>
        <Button tone="primary" onClick={props.onClose}>
          {t('file.done')}
        </Button>
      </div>
    </>
  );
}

function Place({ row: { file, row, at } }: { row: ContentRow }) {
  const t = useT();
  const parts = [file, row === null ? null : t('file.row', { row }), at].filter((part) => part !== null);
  return parts.length === 0 ? null : <span className="small muted"> · {parts.join(' · ')}</span>;
}

const MOST_SHOWN = 8;

/** A file of which nothing was taken: why, and where in it. */
export function Refusal({ error }: { error: Error }) {
  const t = useT();
  const fields = isCode(error, 'invalid_file') ? Object.entries(fieldErrors(error)) : [];
  return (
    <Banner>
      <b>{fields.length > 0 ? t('file.refused') : inWords(error)}</b>
      {fields.length > 0 && (
        <ul className="plain-list">
          {fields.slice(0, MOST_SHOWN).map(([field, message]) => (
            <li key={field}>
              {message} <span className="muted">({field})</span>
            </li>
          ))}
        </ul>
      )}
      {fields.length > MOST_SHOWN && <p>{t('file.refusedMore', { count: fields.length - MOST_SHOWN })}</p>}
    </Banner>
  );
}
