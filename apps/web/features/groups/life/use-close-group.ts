import type { Group } from '@tailcamp/contracts';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { toast } from '@/ui/toast-store';

/** Archives a group, merges it into another, or lets it stand again; each is the way back of the others. */
export function useCloseGroup({ id: groupId, name }: Pick<Group, 'id' | 'name'>) {
  const t = useT();
  const { refresh } = useAnswers();
  const [closing, reopening, merging] = [useWrite('groups.close'), useWrite('groups.reopen'), useWrite('groups.merge')];
  const shownAnew = () => {
    for (const read of ['groups.get', 'groups.list', 'groups.closed'] as const) refresh(read);
  };
  const onError = (error: Error) => void toast(inWords(error), { tone: 'bad' });
  const reopen = () =>
    reopening.mutate(
      { groupId },
      {
        onSuccess: () => {
          shownAnew();
          toast(t('group.reopened', { name }));
        },
        onError,
      },
    );
  const gone = (said: string) => {
    shownAnew();
    toast(said, { action: { label: t('action.undo'), run: reopen } });
  };
  return {
    reopen,
    close: () => closing.mutate({ groupId }, { onSuccess: () => gone(t('group.closed', { name })), onError }),
    merge: (into: string, done: () => void) =>
      merging.mutate(
        { groupId, into },
        {
          onSuccess: (other) => {
            gone(t('group.merged', { name, into: other.name }));
            done();
          },
          onError,
        },
      ),
    merging: merging.isPending,
  };
}
