'use client';
import type { MyQueue } from '@tailcamp/contracts';
import { Check, Clock } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { classes } from '@/ui/class-names';
import { Icon } from '@/ui/icon';
import { Tag } from '@/ui/marks';
import { Because } from '@/ui/states';
import { linesOf } from './rule-words';
import { minutesAfter, useTimes } from './use-now';

/** What one accepts as time goes on: walked is solid, ahead is dotted, and each line that widens says so. */
export function Widening({ mine }: { mine: MyQueue }) {
  const t = useT();
  const times = useTimes();
  const { rungs, ticket } = mine;
  if (rungs.length === 0) return null;
  const when = (afterMinutes: number, reached: boolean) => {
    if (afterMinutes === 0) return t('myQueue.fromStart');
    if (ticket === null) return t('myQueue.after', { time: times.duration(afterMinutes) });
    const time = times.time(minutesAfter(ticket.joinedAt, afterMinutes));
    return reached ? t('myQueue.since', { time }) : t('myQueue.at', { time });
  };
  return (
    <Card className="rungs-card" title={t('myQueue.accepts')}>
      <ol className="rungs pad">
        {rungs.map((rung, at) => {
          const reached = ticket !== null && at <= ticket.rung;
          const current = ticket !== null && at === ticket.rung;
          return (
            <li
              key={rung.afterMinutes}
              className={classes(reached && 'reached', current && 'current')}
              aria-current={current ? 'step' : undefined}
            >
              <i aria-hidden="true" />
              <div>
                <p className="row">
                  <b className="num">{when(rung.afterMinutes, reached)}</b>
                  {current && <Tag tone="accent">{t('myQueue.now')}</Tag>}
                </p>
                <ul>
                  {linesOf(t, rungs, at).map(({ text, wider }) => (
                    <li key={text} className={wider ? 'wider' : undefined}>
                      <Icon of={reached ? Check : Clock} size="s" tone={reached ? 'good' : 'muted'} />
                      <span>{text}</span>
                      {wider && <Tag tone="info">{t('queue.rule.wider')}</Tag>}
                    </li>
                  ))}
                </ul>
              </div>
            </li>
          );
        })}
      </ol>
      {ticket !== null && (
        <div className="pad">
          <Because>{t('myQueue.ends', { time: times.time(new Date(ticket.expiresAt)) })}</Because>
        </div>
      )}
    </Card>
  );
}
