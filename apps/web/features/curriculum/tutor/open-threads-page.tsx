'use client';
import { Lock, MessagesSquare } from 'lucide-react';
import Link from 'next/link';
import { inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useGiven, usePages, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Switch } from '@/ui/field';
import { Page } from '@/ui/shell/page';
import { Banner, Empty } from '@/ui/states';
import { useDates } from '@/ui/time';
import { toast } from '@/ui/toast-store';

/** For staff: who may read conversations, and those that they may. */
export function OpenThreadsPage({ campId }: { campId: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const { settings, version } = useGiven('tutor.settings', { campId });
  const { put, refresh } = useAnswers();
  const save = useWrite('tutor.saveSettings');
  const set = (staffMayRead: boolean) =>
    save.mutate(
      { campId, settings: { staffMayRead }, version },
      {
        onSuccess: (saved) => {
          put('tutor.settings', { campId }, saved);
          refresh('tutor.open');
          toast(t('state.saved'));
        },
        onError: (error) => isCode(error, 'stale') && refresh('tutor.settings', { campId }),
      },
    );
  return (
    <Page crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('nav.tutor') }]}>
      <Title lead={t('tutor.staffLead')}>{t('tutor.staffTitle')}</Title>
      <Card title={t('tutor.conversations')}>
        <div className="pad form-column">
          <Switch checked={settings.staffMayRead} onChange={(event) => set(event.target.checked)}>
            {t('tutor.staffMayRead')}
          </Switch>
          <p className="note muted">{t('tutor.staffHint')}</p>
          {save.error !== null && (
            <Banner>{isCode(save.error, 'stale') ? t('state.stale') : inWords(save.error)}</Banner>
          )}
        </div>
      </Card>
      <Card title={t('tutor.staffOpen')}>
        {settings.staffMayRead ? (
          <OpenThreads campId={campId} />
        ) : (
          <Empty icon={Lock} title={t('tutor.staffClosed')}>
            {t('tutor.staffClosedBecause')}
          </Empty>
        )}
      </Card>
    </Page>
  );
}

function OpenThreads({ campId }: { campId: string }) {
  const t = useT();
  const dates = useDates();
  const pages = usePages('tutor.open', { campId, limit: 50 });
  if (pages.items.length === 0) {
    return (
      <Empty icon={MessagesSquare} title={t('tutor.staffNone')}>
        {t('tutor.staffNoneBecause')}
      </Empty>
    );
  }
  return (
    <>
      <ul className="members-wide">
        {pages.items.map(({ id, title, name, asked, updatedAt }) => (
          <li key={id}>
            <Link className="link grow" href={`/camps/${campId}/tutor/${id}`}>
              {title}
            </Link>
            <span className="small muted">
              {name} · {t('tutor.asked', { count: asked })} · {dates.day(updatedAt)}
            </span>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <div className="foot">
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('tutor.more')}
          </Button>
        </div>
      )}
    </>
  );
}
