'use client';
import type { Camp, Run } from '@tailcamp/contracts';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Banner } from '@/ui/states';
import { toast } from '@/ui/toast-store';
import { useMatch } from './use-match';
import { OpenScenario } from './what-if/open-scenario';

/** The actions on a whole result: try again, or publish it to everybody. */
export function ResultFoot({ camp, run }: { camp: Camp; run: Run }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const { match, busy } = useMatch(camp.id);
  const published = run.state === 'accepted';
  const students = t('count.students', { count: run.students });
  return (
    <>
      <p className="grow note clip">
        <b>{t(published ? 'result.publishedFoot' : 'result.draftFoot')}</b>{' '}
        <span className="muted wide">· {t(published ? 'result.publishedFootLead' : 'result.draftFootLead')}</span>
      </p>
      <OpenScenario run={run} />
      <Button icon={RefreshCw} busy={busy} onClick={match}>
        {t('run.again')}
      </Button>
      {published ? (
        <ButtonLink tone="primary" href={`/camps/${camp.id}/groups`}>
          {t('result.openGroups')}
        </ButtonLink>
      ) : (
        <Button tone="primary" onClick={() => setAsking(true)}>
          {t('result.publish', { students })}
        </Button>
      )}
      <PublishDialog run={run} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}

function PublishDialog({ run, open, onClose }: { run: Run; open: boolean; onClose: () => void }) {
  const t = useT();
  const { put, refresh } = useAnswers();
  const accept = useWrite('matching.accept');
  const asked = { campId: run.campId, runId: run.id };
  const groups = t('count.groups', { count: run.groups ?? run.report?.groups.length ?? 0 });
  const publish = () =>
    accept.mutate(asked, {
      onSuccess: (accepted) => {
        put('matching.get', asked, accepted);
        refresh('matching.list');
        refresh('groups.list');
        onClose();
        toast(t('result.published', { groups }));
      },
    });
  return (
    <Dialog open={open} onClose={onClose} title={t('result.publishTitle', { groups })}>
      {accept.error && <Banner>{inWords(accept.error)}</Banner>}
      <p className="note muted">{t('result.publishLead')}</p>
      <div className="dialog-do">
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button tone="primary" busy={accept.isPending} onClick={publish}>
          {t('result.publish', { students: t('count.students', { count: run.students }) })}
        </Button>
      </div>
    </Dialog>
  );
}
