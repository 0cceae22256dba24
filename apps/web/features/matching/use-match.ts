'use client';
import { useRouter } from 'next/navigation';
import { inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { toast } from '@/ui/toast-store';

const A_SEED_BELOW = 2 ** 31;

/** Starts a run with a seed of its own and goes to it; a conflict of rules comes back as `error`. */
export function useMatch(campId: string) {
  const router = useRouter();
  const { put, refresh } = useAnswers();
  const start = useWrite('matching.start');
  const match = () =>
    start.mutate(
      { campId, seed: Math.floor(Math.random() * A_SEED_BELOW) },
      {
        onSuccess: (run) => {
          put('matching.get', { campId, runId: run.id }, run);
          refresh('matching.list');
          router.push(`/camps/${campId}/matching/${run.id}`);
        },
        onError: (error) => {
          if (!isCode(error, 'cannot_be_satisfied')) toast(inWords(error), { tone: 'bad' });
        },
      },
    );
  return { match, busy: start.isPending || start.isSuccess, error: start.error };
}
