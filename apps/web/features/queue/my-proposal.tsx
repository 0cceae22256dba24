'use client';
import type { MyQueue } from '@tailcamp/contracts';
import { Check, Tent, X } from 'lucide-react';
import { useState } from 'react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useLocale, useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Meter } from '@/ui/charts/meter';
import { Dialog } from '@/ui/dialog';
import { score } from '@/ui/format';
import { Icon } from '@/ui/icon';
import { Avatar, Tag } from '@/ui/marks';
import { Because } from '@/ui/states';
import { toast } from '@/ui/toast-store';
import { capital, fullCriterion } from '../matching/criterion-words';
import { evidenceInWords } from '../matching/evidence-words';
import { useTimes } from './use-now';

type Proposal = NonNullable<MyQueue['proposal']>;

/** A group that is proposed: with whom, why it fits, and until when to say so. */
export function MyProposal({ campId, proposal }: { campId: string; proposal: Proposal }) {
  const t = useT();
  const times = useTimes();
  const { put, refresh } = useAnswers();
  const answering = useWrite('queue.answer');
  const [declining, setDeclining] = useState(false);
  const answer = (said: 'accept' | 'decline') =>
    answering.mutate(
      { campId, proposalId: proposal.id, answer: said },
      {
        onSuccess: (now) => {
          put('queue.mine', { campId }, now);
          refresh('groups.mine');
          toast(t(said === 'accept' ? 'myQueue.accepted' : 'myQueue.declined'));
        },
        onError: (error) => {
          refresh('queue.mine', { campId });
          toast(inWords(error), { tone: 'bad' });
        },
      },
    );
  const time = times.time(new Date(proposal.expiresAt));
  const accepted = proposal.answer === 'accepted';
  return (
    <>
      <Title
        lead={
          accepted
            ? t('myQueue.leadAccepted', { time })
            : t('myQueue.leadProposal', { time, left: times.until(proposal.expiresAt) })
        }
        actions={
          <div className="row wrap">
            <Button icon={X} onClick={() => setDeclining(true)}>
              {t('myQueue.declineDo')}
            </Button>
            {!accepted && (
              <Button tone="primary" icon={Tent} busy={answering.isPending} onClick={() => answer('accept')}>
                {t('myQueue.acceptDo')}
              </Button>
            )}
          </div>
        }
      >
        {t('myQueue.titleProposal', { count: proposal.members.length })}
      </Title>
      <div className="two">
        <Card title={t('myQueue.why')} end={<span className="num muted">{score(proposal.score, 3)}</span>}>
          <Why criteria={proposal.criteria} />
        </Card>
        <Card
          title={t('myQueue.withYou')}
          end={
            <span className="small muted num">
              {t('queue.acceptedOf', { accepted: proposal.accepted, members: proposal.members.length })}
            </span>
          }
        >
          <ul className="members-wide pad-top">
            {proposal.members.map(({ name, isMe }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may share a name, and they keep their places
              <li key={at}>
                <Avatar of={{ id: name, name }} size="l" />
                <b>{name}</b>
                {isMe && <Tag tone="accent">{t('group.you')}</Tag>}
              </li>
            ))}
          </ul>
        </Card>
      </div>
      <Dialog open={declining} onClose={() => setDeclining(false)} title={t('myQueue.declineTitle')}>
        <p className="note">{t('myQueue.declineLead')}</p>
        <div className="row end">
          <Button onClick={() => setDeclining(false)}>{t('action.cancel')}</Button>
          <Button
            tone="danger"
            busy={answering.isPending}
            onClick={() => {
              setDeclining(false);
              answer('decline');
            }}
          >
            {t('myQueue.declineDo')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

function Why({ criteria }: { criteria: Proposal['criteria'] }) {
  const t = useT();
  const locale = useLocale();
  if (criteria.length === 0) {
    return (
      <div className="pad">
        <Because>{t('myQueue.whyNone')}</Because>
      </div>
    );
  }
  return (
    <ul className="fits pad">
      {criteria.map((criterion) => (
        <li key={`${criterion.kind} ${criterion.column}`}>
          <Icon of={criterion.satisfied ? Check : X} size="s" tone={criterion.satisfied ? 'good' : 'muted'} />
          <div>
            <b>{fullCriterion(t, criterion)}</b>
            <p className="small muted">{capital(evidenceInWords(t, locale, criterion.evidence))}</p>
          </div>
          <Meter value={criterion.score} />
          <span className="num">{score(criterion.score)}</span>
        </li>
      ))}
    </ul>
  );
}
