import type { GroupMoves } from '@tailcamp/contracts';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { toast } from '@/ui/toast-store';

/** Moves students between the groups of a camp, with a way back in the toast. */
export function useArrange(campId: string) {
  const t = useT();
  const { refresh } = useAnswers();
  const arrange = useWrite('groups.arrange');
  const shownAnew = () => {
    refresh('groups.get');
    refresh('groups.list');
    refresh('groups.closed');
  };
  const wrong = (error: Error) => void toast(inWords(error), { tone: 'bad' });
  const run = (moves: GroupMoves, said: string, done?: () => void) =>
    arrange.mutate(
      { campId, moves },
      {
        onSuccess: ({ undo }) => {
          shownAnew();
          done?.();
          const back = () => arrange.mutate({ campId, moves: undo }, { onSuccess: shownAnew, onError: wrong });
          toast(said, undo.length > 0 ? { action: { label: t('action.undo'), run: back } } : {});
        },
        onError: wrong,
      },
    );
  return { run, busy: arrange.isPending };
}
