import type { Group } from '@tailcamp/contracts';
import { inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { toast } from '@/ui/toast-store';

type Change = Partial<Pick<Group, 'name' | 'avatar' | 'leaderId'>>;

/** Changes a group, and shows what it is then wherever it is shown. */
export function useChangeGroup(group: Group) {
  const { put, refresh } = useAnswers();
  const change = useWrite('groups.change');
  const groupId = group.id;
  const run = (to: Change, done: (changed: Group) => void) =>
    change.mutate(
      { groupId, version: group.version, ...to },
      {
        onSuccess: (changed) => {
          put('groups.get', { groupId }, changed);
          refresh('groups.mine');
          refresh('groups.list');
          done(changed);
        },
        onError: (error) => {
          if (isCode(error, 'stale')) refresh('groups.get', { groupId });
          else toast(inWords(error), { tone: 'bad' });
        },
      },
    );
  return { run, busy: change.isPending, error: change.error };
}
