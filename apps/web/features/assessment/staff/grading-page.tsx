'use client';
import type { ProposalState } from '@tailcamp/contracts';
import { PenLine } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useGiven, usePages } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import type { MessageKey } from '@/lib/i18n/translate';
import { Button } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Segmented } from '@/ui/choice';
import { Phrase } from '@/ui/markdown/markdown';
import { Avatar, Tag } from '@/ui/marks';
import { Page } from '@/ui/shell/page';
import { Empty } from '@/ui/states';
import { useDates } from '@/ui/time';
import { AgreementCard } from './agreement';
import { gradingAsked } from './grading-asked';
import { StaffTabs } from './staff-tabs';

type Which = 'pending' | 'released' | 'graded';
const NONE = {
  pending: 'grading.none',
  released: 'grading.noneReleased',
  graded: 'grading.noneGraded',
} as const satisfies Record<Which, MessageKey>;
const PROPOSAL = {
  waiting: 'proposal.stateWaiting',
  ready: 'proposal.stateReady',
  failed: 'proposal.stateFailed',
} as const satisfies Record<ProposalState, MessageKey>;

/** Written answers that wait for somebody to read them, the longest wait first, and those that were graded. */
export function GradingPage({ campId }: { campId: string }) {
  const t = useT();
  const dates = useDates();
  const camp = useGiven('camps.get', { campId });
  const [state, setState] = useState<Which>('pending');
  const answers = usePages('grading.queue', gradingAsked(campId, state));
  const { pending = 0, released = 0 } = answers.last ?? {};
  return (
    <Page crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('staff.grading') }]}>
      <StaffTabs campId={campId} />
      <Title
        lead={t('grading.lead')}
        actions={
          <Segmented<Which>
            label={t('grading.which')}
            value={state}
            options={[
              { value: 'pending', label: t('grading.pending') },
              ...(released > 0 || state === 'released'
                ? [{ value: 'released' as const, label: t('grading.released') }]
                : []),
              { value: 'graded', label: t('grading.graded') },
            ]}
            onChange={setState}
          />
        }
      >
        {pending > 0
          ? t('grading.title', { count: pending })
          : released > 0
            ? t('grading.titleReleased', { count: released })
            : t('grading.titleNone')}
      </Title>
      <Card label={t('staff.grading')}>
        {answers.items.length === 0 && !answers.isFetching && (
          <Empty icon={PenLine} title={t(NONE[state])}>
            {t('grading.noneBecause')}
          </Empty>
        )}
        <ul className="members-wide answers-list">
          {answers.items.map(
            ({ id, name, memberId, question, skill, answeredAt, points, of, state: stands, proposal }) => (
              <li key={id} className="row-link">
                <Avatar of={{ id: memberId, name }} />
                <div className="grow">
                  <b>
                    <Link className="link" href={`/camps/${campId}/assessment/grading/${id}`}>
                      {name}
                    </Link>
                    <span className="small muted"> · {skill.title}</span>
                  </b>
                  <span className="small muted">
                    <Phrase>{question}</Phrase>
                  </span>
                </div>
                {stands === 'pending' && proposal !== null && (
                  <Tag tone={proposal === 'ready' ? 'accent' : undefined}>{t(PROPOSAL[proposal])}</Tag>
                )}
                <span className="small muted num">
                  {points === null ? dates.moment(answeredAt) : t('review.points', { points, of })}
                </span>
              </li>
            ),
          )}
        </ul>
      </Card>
      {answers.hasNextPage && (
        <Button className="more" busy={answers.isFetchingNextPage} onClick={() => void answers.fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
      <AgreementCard campId={campId} />
    </Page>
  );
}
