'use client';
import type { Camp, Queue } from '@tailcamp/contracts';
import { Hourglass, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Page } from '@/ui/shell/page';
import { Banner } from '@/ui/states';
import { EndedCard } from './ended-card';
import { LateCard } from './late-card';
import { ProposalsCard } from './proposals-card';
import { QueueChart } from './queue-chart';
import { QueueSettingsSheet } from './settings-sheet';
import { ShortCard } from './short-card';
import { useTimes } from './use-now';
import { WaitingTable } from './waiting-table';

/** The whole queue: who waits and for how long, what is proposed, who has no place yet. */
export function StaffQueue({ camp }: { camp: Camp }) {
  const t = useT();
  const queue = useGiven('queue.get', { campId: camp.id });
  const [setting, setSetting] = useState(false);
  const open = queue.settings.mode === 'continuous';
  const settings = (
    <Button
      tone={open ? undefined : 'primary'}
      icon={open ? SlidersHorizontal : Hourglass}
      onClick={() => setSetting(true)}
    >
      {t(open ? 'queue.settings' : 'queue.open')}
    </Button>
  );
  return (
    <Page crumbs={[{ label: camp.name, href: `/camps/${camp.id}` }, { label: t('queue.crumb') }]}>
      <QueueTitle queue={queue} actions={settings} />
      {queue.problem !== null && <Banner>{queue.problem}</Banner>}
      {open && <Day queue={queue} />}
      <div className="two">
        <div className="col">
          {open && <WaitingTable queue={queue} />}
          {open && <ProposalsCard queue={queue} />}
          <LateCard campId={camp.id} late={queue.late} open={open} />
        </div>
        <div className="col">
          {open && <QueueChart history={queue.history} />}
          {queue.short.length > 0 && <ShortCard campId={camp.id} queue={queue} />}
          {queue.ended.length > 0 && <EndedCard ended={queue.ended} />}
        </div>
      </div>
      <QueueSettingsSheet campId={camp.id} queue={queue} open={setting} onClose={() => setSetting(false)} />
    </Page>
  );
}

function QueueTitle({ queue, actions }: { queue: Queue; actions: React.ReactNode }) {
  const t = useT();
  const times = useTimes();
  if (queue.settings.mode === 'rounds') {
    return (
      <Title lead={t('queue.leadRounds')} actions={actions}>
        {t('queue.titleRounds')}
      </Title>
    );
  }
  const waiting = queue.tickets.filter(({ state }) => state === 'waiting');
  const [oldest] = waiting;
  const proposed = queue.tickets.length - waiting.length;
  const title = oldest
    ? t('queue.titleWaiting', { count: waiting.length, longest: times.since(oldest.joinedAt) })
    : proposed > 0
      ? t('queue.titleProposed', { count: proposed })
      : t('queue.titleEmpty', { count: queue.day.grouped });
  return (
    <Title lead={t('queue.leadOpen')} actions={actions}>
      {title}
    </Title>
  );
}

function Day({ queue: { day } }: { queue: Queue }) {
  const t = useT();
  const { duration } = useTimes();
  const figures = [
    [t('queue.joined'), day.joined],
    [t('queue.grouped'), day.grouped],
    [t('queue.median'), day.medianMinutes === null ? '–' : duration(day.medianMinutes)],
    [t('queue.others'), day.ended],
  ] as const;
  return (
    <Card>
      <dl className="tally">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dd className="figure num">{value}</dd>
            <dt className="muted">{name}</dt>
          </div>
        ))}
      </dl>
    </Card>
  );
}
