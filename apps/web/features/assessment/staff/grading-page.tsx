'use client';
import { PenLine } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useGiven, usePages } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Segmented } from '@/ui/choice';
import { Phrase } from '@/ui/markdown/markdown';
import { Avatar } from '@/ui/marks';
import { Page } from '@/ui/shell/page';
import { Empty } from '@/ui/states';
import { useDates } from '@/ui/time';
import { gradingAsked } from './grading-asked';
import { StaffTabs } from './staff-tabs';

/** Written answers that wait for somebody to read them, the longest wait first, and those that were graded. */
export function GradingPage({ campId }: { campId: string }) {
  const t = useT();
  const dates = useDates();
  const camp = useGiven('camps.get', { campId });
  const [state, setState] = useState<'pending' | 'graded'>('pending');
  const answers = usePages('grading.queue', gradingAsked(campId, state));
  const pending = answers.last?.pending ?? 0;
  return (
    <Page crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('staff.grading') }]}>
      <StaffTabs campId={campId} />
      <Title
        lead={t('grading.lead')}
        actions={
          <Segmented<'pending' | 'graded'>
            label={t('grading.which')}
            value={state}
            options={[
              { value: 'pending', label: t('grading.pending') },
              { value: 'graded', label: t('grading.graded') },
            ]}
            onChange={setState}
          />
        }
      >
        {pending === 0 ? t('grading.titleNone') : t('grading.title', { count: pending })}
      </Title>
      <Card label={t('staff.grading')}>
        {answers.items.length === 0 && !answers.isFetching && (
          <Empty icon={PenLine} title={t(state === 'pending' ? 'grading.none' : 'grading.noneGraded')}>
            {t('grading.noneBecause')}
          </Empty>
        )}
        <ul className="members-wide answers-list">
          {answers.items.map(({ id, name, memberId, question, skill, answeredAt, points, of }) => (
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
              <span className="small muted num">
                {points === null ? dates.moment(answeredAt) : t('review.points', { points, of })}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      {answers.hasNextPage && (
        <Button className="more" busy={answers.isFetchingNextPage} onClick={() => void answers.fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
    </Page>
  );
}
