'use client';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Title } from '@/ui/card';
import { Page } from '@/ui/shell/page';
import { Turn } from './turn';

/** A conversation that its learner knows to be open, as staff read it. */
export function ReadThreadPage({ campId, threadId }: { campId: string; threadId: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const thread = useGiven('tutor.read', { campId, threadId });
  const tutor = `/camps/${campId}/tutor`;
  return (
    <Page
      crumbs={[
        { label: camp.name, href: `/camps/${campId}` },
        { label: t('nav.tutor'), href: tutor },
        { label: thread.title },
      ]}
    >
      <Title lead={thread.name}>{thread.title}</Title>
      <div className="card pad">
        <ol className="turns">
          {thread.turns.map((turn) => (
            <Turn key={turn.id} campId={campId} turn={turn} />
          ))}
        </ol>
      </div>
    </Page>
  );
}
