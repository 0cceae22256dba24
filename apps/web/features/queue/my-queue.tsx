'use client';
import type { Camp, MyQueue } from '@tailcamp/contracts';
import { DoorOpen, Hourglass, Tent } from 'lucide-react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useGiven, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Page } from '@/ui/shell/page';
import { Banner, Empty } from '@/ui/states';
import { toast } from '@/ui/toast-store';
import { MyChoices } from './my-choices';
import { MyProposal } from './my-proposal';
import { myEndInWords } from './rule-words';
import { minutesAfter, useTimes } from './use-now';
import { Widening } from './widening';

/** Where a student stands: not in the queue, waiting while the rules widen, asked about a group, in one. */
export function MyQueuePage({ camp }: { camp: Camp }) {
  const t = useT();
  const mine = useGiven('queue.mine', { campId: camp.id });
  return (
    <Page crumbs={[{ label: camp.name, href: `/camps/${camp.id}` }, { label: t('queue.crumb') }]}>
      <Where mine={mine} />
    </Page>
  );
}

function Where({ mine }: { mine: MyQueue }) {
  const t = useT();
  if (mine.group !== null) return <InGroup mine={mine} group={mine.group} />;
  if (mine.proposal !== null) return <MyProposal campId={mine.campId} proposal={mine.proposal} />;
  if (mine.ticket !== null) return <Waiting mine={mine} ticket={mine.ticket} />;
  if (mine.mode === 'rounds') {
    return (
      <>
        <Title lead={t('myQueue.leadRounds')}>{t('myQueue.titleRounds')}</Title>
        <HowItEnded mine={mine} />
        <Card label={t('queue.crumb')}>
          <Empty icon={Tent} title={t('home.studentWaiting')} action={<ProfileLink />}>
            {t('home.profileBecause')}
          </Empty>
        </Card>
      </>
    );
  }
  return <Outside mine={mine} />;
}

function Outside({ mine }: { mine: MyQueue }) {
  const t = useT();
  const { campId } = mine;
  const { put } = useAnswers();
  const join = useWrite('queue.join');
  const submit = () =>
    join.mutate(
      { campId },
      {
        onSuccess: (now) => {
          put('queue.mine', { campId }, now);
          toast(t('myQueue.joined'));
        },
        onError: (error) => toast(inWords(error), { tone: 'bad' }),
      },
    );
  return (
    <>
      <Title
        lead={t('myQueue.leadJoin')}
        actions={
          <Button tone="primary" icon={Hourglass} busy={join.isPending} onClick={submit}>
            {t('myQueue.join')}
          </Button>
        }
      >
        {t('myQueue.titleJoin')}
      </Title>
      <HowItEnded mine={mine} />
      <Widening mine={mine} />
    </>
  );
}

function Waiting({ mine, ticket }: { mine: MyQueue; ticket: NonNullable<MyQueue['ticket']> }) {
  const t = useT();
  const { campId, rungs, gatherMinutes } = mine;
  const { put } = useAnswers();
  const leave = useWrite('queue.leave');
  const times = useTimes();
  const submit = () =>
    leave.mutate(
      { campId },
      {
        onSuccess: (now) => {
          put('queue.mine', { campId }, now);
          toast(t('myQueue.left'));
        },
        onError: (error) => toast(inWords(error), { tone: 'bad' }),
      },
    );
  const due = minutesAfter(ticket.joinedAt, gatherMinutes);
  const ahead = rungs[ticket.rung + 1];
  const next =
    times.now !== null && due.getTime() > times.now
      ? t('myQueue.gathering', { time: times.time(due) })
      : ahead
        ? t('myQueue.nextAt', { time: times.time(minutesAfter(ticket.joinedAt, ahead.afterMinutes)) })
        : t('myQueue.nextNone');
  return (
    <>
      <Title
        lead={t('myQueue.leadWaiting', { waited: times.since(ticket.joinedAt), next })}
        actions={
          <Button icon={DoorOpen} busy={leave.isPending} onClick={submit}>
            {t('myQueue.leave')}
          </Button>
        }
      >
        {t('myQueue.titleWaiting', { position: ticket.position ?? 1, waiting: ticket.waiting })}
      </Title>
      <Widening mine={mine} />
    </>
  );
}

function InGroup({ mine, group }: { mine: MyQueue; group: NonNullable<MyQueue['group']> }) {
  const t = useT();
  return (
    <>
      <Title
        lead={t('myQueue.leadGroup')}
        actions={
          <ButtonLink tone="primary" icon={Tent} href={`/groups/${group.id}`}>
            {t('myQueue.openGroup')}
          </ButtonLink>
        }
      >
        {t('myQueue.titleGroup', { name: group.name })}
      </Title>
      {mine.choices !== null && <MyChoices campId={mine.campId} choices={mine.choices} />}
    </>
  );
}

function HowItEnded({ mine: { last } }: { mine: MyQueue }) {
  const t = useT();
  return last === null ? null : <Banner calm>{myEndInWords(t, last.state, last.reason)}</Banner>;
}

function ProfileLink() {
  const t = useT();
  return <ButtonLink href="/profile">{t('home.fillProfile')}</ButtonLink>;
}
