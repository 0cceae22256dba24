'use client';
import { useGatheredRefresh, useGiven } from '@/lib/api/query';
import { useStream } from '@/lib/realtime/index';

/** Reads lessons again when somebody of the camp's staff changes some. */
export function useLessonsLive(campId: string): void {
  const { seq } = useGiven('camps.get', { campId });
  const refresh = useGatheredRefresh();
  useStream(`camp:${campId}`, seq, ({ kind }) => {
    if (kind !== 'lessons.changed') return;
    refresh('studio.overview', { campId });
    refresh('studio.list');
    refresh('studio.get');
  });
}
