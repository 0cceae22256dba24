'use client';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { toast } from '@/ui/toast-store';

/** Places a student, shows the queue as it is then, and calls `onDone`. */
export function usePlace(campId: string, onDone: () => void) {
  const t = useT();
  const { put, refresh } = useAnswers();
  const placing = useWrite('queue.place');
  const place = (memberId: string, to: string, name: string) =>
    placing.mutate(
      { campId, memberId, to },
      {
        onSuccess: (queue) => {
          put('queue.get', { campId }, queue);
          refresh('groups.list');
          toast(t('queue.placed', { name }));
          onDone();
        },
        onError: (error) => {
          refresh('queue.get', { campId });
          refresh('queue.placesFor');
          refresh('queue.fitsFor');
          toast(inWords(error), { tone: 'bad' });
        },
      },
    );
  return { place, busy: placing.isPending };
}
