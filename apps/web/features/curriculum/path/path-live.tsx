'use client';
import { useGatheredRefresh, useGiven } from '@/lib/api/query';
import { useStream } from '@/lib/realtime/index';

/** What changes my path in another window, or by an instructor, reaches this one. */
export function PathLive({ campId, seq }: { campId: string; seq: number }) {
  const { id } = useGiven('identity.me', {});
  const refresh = useGatheredRefresh();
  useStream(`user:${id}`, seq, (event) => {
    if (event.kind !== 'path.changed' || event.data.campId !== campId) return;
    refresh('curriculum.path', { campId });
    refresh('curriculum.step');
  });
  return null;
}
