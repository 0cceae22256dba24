'use client';
import { Hourglass } from 'lucide-react';
import { useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';

/** The way to the queue, for a student of a camp that has one open. */
export function QueueLink({ campId }: { campId: string }) {
  const t = useT();
  const { data } = useRead('queue.mine', { campId });
  if (data?.mode !== 'continuous') return null;
  const words = data.ticket === null ? 'myQueue.join' : data.proposal ? 'myQueue.seeProposal' : 'myQueue.see';
  return (
    <ButtonLink tone="primary" icon={Hourglass} href={`/camps/${campId}/queue`}>
      {t(words)}
    </ButtonLink>
  );
}
