'use client';
import type { Queue, QueueTicket } from '@tailcamp/contracts';
import { Hourglass } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { Meter } from '@/ui/charts/meter';
import { Tag } from '@/ui/marks';
import { Empty } from '@/ui/states';
import { Table, Td, Th } from '@/ui/table';
import { useTimes } from './use-now';

/** Everybody in the queue, longest wait first, with how far their rules have widened. */
export function WaitingTable({ queue }: { queue: Queue }) {
  const t = useT();
  const times = useTimes();
  const steps = queue.settings.steps.length;
  const inState = (state: QueueTicket['state']) => queue.tickets.filter((ticket) => ticket.state === state);
  if (queue.tickets.length === 0) {
    return (
      <Card label={t('queue.waiting')}>
        <Empty icon={Hourglass} title={t('queue.nobody')}>
          {t('queue.nobodyLead')}
        </Empty>
      </Card>
    );
  }
  const next = ({ state, widensAt, expiresAt }: QueueTicket) => {
    if (state === 'proposed') return <Tag tone="accent">{t('queue.proposal')}</Tag>;
    if (widensAt !== null) return t('queue.widensAt', { time: times.time(new Date(widensAt)) });
    return t('queue.endsAt', { time: times.time(new Date(expiresAt)) });
  };
  return (
    <Table
      cards
      label={t('queue.waiting')}
      head={
        <>
          <Th>{t('queue.student')}</Th>
          <Th right>{t('queue.waited')}</Th>
          <Th>{t('queue.widening')}</Th>
          <Th>{t('queue.next')}</Th>
        </>
      }
    >
      {[...inState('waiting'), ...inState('proposed')].map((ticket) => (
        <tr key={ticket.id}>
          <Td className="lead-cell">{ticket.name}</Td>
          <Td right className="num" head={t('queue.waited')}>
            {times.since(ticket.joinedAt)}
          </Td>
          <Td head={t('queue.widening')}>
            <span className="widened">
              <Meter value={steps === 0 ? 0 : ticket.level / steps} />
              <span className="small muted num">{t('queue.widenedBy', { level: ticket.level, steps })}</span>
            </span>
          </Td>
          <Td className="muted">{next(ticket)}</Td>
        </tr>
      ))}
    </Table>
  );
}
