'use client';
import { useState } from 'react';
import { call } from '@/lib/api';
import { inWords } from '@/lib/api/problem';
import { useAnswers } from '@/lib/api/query';
import { useLocale, useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Check } from '@/ui/field';
import { Banner } from '@/ui/states';
import { toast } from '@/ui/toast-store';
import { violationInWords } from '../notice-words';
import type { Desk } from './use-desk';

const MOST_NAMED = 6;

/** Asks before everybody sees their group; rules that are broken are named and need a word of their own. */
export function PublishScenario({ desk, open, onClose }: { desk: Desk; open: boolean; onClose: () => void }) {
  const t = useT();
  const locale = useLocale();
  const { put, refresh } = useAnswers();
  const [despite, setDespite] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { run, scenario, standing, now } = desk;
  const violations = standing?.hardViolations ?? [];
  const groups = t('count.groups', { count: now.groups.filter(({ members }) => members.length > 0).length });
  const publish = async () => {
    setBusy(true);
    setError(null);
    try {
      const version = await desk.flush();
      if (version === null) throw new Error(t('whatIf.failedBanner'));
      const asked = { campId: run.campId, scenarioId: scenario.id };
      const published = await call('scenarios.publish', { ...asked, version, despite });
      put('scenarios.get', asked, published);
      refresh('scenarios.list');
      refresh('matching.list');
      refresh('groups.list');
      onClose();
      toast(t('result.published', { groups }));
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={open} onClose={onClose} title={t('result.publishTitle', { groups })}>
      {error !== null && <Banner>{inWords(error)}</Banner>}
      <p className="note muted">{t('result.publishLead')}</p>
      {violations.length > 0 && (
        <>
          <div className="note">
            <p>{t('whatIf.brokenHere')}</p>
            <ul className="broken-rules">
              {violations.slice(0, MOST_NAMED).map((violation) => (
                <li key={`${violation.group} ${violation.detail}`}>
                  <b>{violation.group}</b>: {violationInWords(t, locale, violation)}
                </li>
              ))}
            </ul>
          </div>
          <Check checked={despite} onChange={(event) => setDespite(event.target.checked)}>
            {t('whatIf.publishBroken', { count: violations.length })}
          </Check>
        </>
      )}
      <div className="dialog-do">
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button tone="primary" busy={busy} disabled={violations.length > 0 && !despite} onClick={() => void publish()}>
          {t('result.publish', { students: t('count.students', { count: run.students }) })}
        </Button>
      </div>
    </Dialog>
  );
}
