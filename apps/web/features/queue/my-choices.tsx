'use client';
import type { MyQueue } from '@tailcamp/contracts';
import { Hourglass, Tent } from 'lucide-react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Because } from '@/ui/states';
import { toast } from '@/ui/toast-store';

/** A group that has lost somebody: its members stay, move to one with room, or go back to the queue. */
export function MyChoices({ campId, choices }: { campId: string; choices: NonNullable<MyQueue['choices']> }) {
  const t = useT();
  const { put, refresh } = useAnswers();
  const move = useWrite('queue.move');
  const go = (to: string) =>
    move.mutate(
      { campId, to },
      {
        onSuccess: (now) => {
          put('queue.mine', { campId }, now);
          refresh('groups.mine');
          toast(t('myQueue.moved'));
        },
        onError: (error) => {
          refresh('queue.mine', { campId });
          toast(inWords(error), { tone: 'bad' });
        },
      },
    );
  return (
    <Card title={t('myQueue.choices')}>
      <div className="pad">
        <Because>{t('myQueue.choicesLead', { count: choices.size, least: choices.least })}</Because>
      </div>
      <ul className="members-wide">
        {choices.groups.map(({ groupId, name, members }) => (
          <li key={groupId}>
            <div className="grow">
              <b>{name}</b>
              <span className="small muted">{t('queue.members', { count: members })}</span>
            </div>
            <Button size="small" icon={Tent} busy={move.isPending} onClick={() => go(groupId)}>
              {t('myQueue.moveTo', { name })}
            </Button>
          </li>
        ))}
      </ul>
      {choices.queue && (
        <div className="foot">
          <Button icon={Hourglass} busy={move.isPending} onClick={() => go('queue')}>
            {t('myQueue.moveQueue')}
          </Button>
        </div>
      )}
    </Card>
  );
}
