'use client';
import type { MatchReport, Run } from '@tailcamp/contracts';
import { useLocale, useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { Banner } from '@/ui/states';
import { sentence } from './criterion-words';
import { noticeInWords, violationInWords } from './notice-words';

const MOST_NAMED = 6;

/** What does not hold, by name, with a way out. */
export function Problems({ run, report }: { run: Run; report: MatchReport }) {
  const t = useT();
  const locale = useLocale();
  const { conflict, hardViolations } = report;
  const nameOf = (id: string) => run.names[id] ?? id;
  const policy = (
    <ButtonLink size="small" href={`/camps/${run.campId}/policy`}>
      {t('run.openPolicy')}
    </ButtonLink>
  );
  return (
    <>
      {conflict && (
        <Banner action={policy}>
          <b>{t(conflict.proved ? 'run.conflict' : 'run.conflictUnproved')}:</b> {conflict.criteria.join('; ')}.{' '}
          {conflict.members.length > 0 &&
            t('run.conflictFor', { names: conflict.members.slice(0, MOST_NAMED).map(nameOf).join(', ') })}{' '}
          {conflict.relaxation}
        </Banner>
      )}
      {!conflict && hardViolations.length > 0 && (
        <Banner action={policy}>
          <b>{t('run.violations')}</b>
          {hardViolations.slice(0, MOST_NAMED).map((violation) => (
            <p key={`${violation.group} ${violation.detail}`}>
              {violation.group ? `${violation.group}: ` : ''}
              {violationInWords(t, locale, violation)}
            </p>
          ))}
        </Banner>
      )}
    </>
  );
}

/** Who formed the groups; where it was not who should have, why. */
export function FormedBy({ solver }: { solver: Run['solver'] }) {
  const t = useT();
  if (solver === null) return null;
  return (
    <p className="note muted">
      {t(solver.by === 'service' ? 'run.byService' : 'run.byEngine', { engine: solver.engine })} {solver.fellBack}
    </p>
  );
}

/** What was noticed on the way to the result. */
export function Notices({ notices }: { notices: readonly string[] }) {
  const t = useT();
  const locale = useLocale();
  if (notices.length === 0) return null;
  return (
    <Banner calm>
      <b>{t('result.notices')}</b>
      {notices.map((notice) => (
        <p key={notice}>{sentence(noticeInWords(t, locale, notice))}</p>
      ))}
    </Banner>
  );
}
