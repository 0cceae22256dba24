'use client';
import { useGatheredRefresh, useGiven } from '@/lib/api/query';
import { useStream } from '@/lib/realtime/index';

/** Reads skills and questions again when somebody changes some in this camp, or its answers tell more of them. */
export function useContentLive(campId: string): void {
  const { seq } = useGiven('camps.get', { campId });
  const refresh = useGatheredRefresh();
  useStream(`camp:${campId}`, seq, ({ kind }) => {
    if (kind === 'items.changed') {
      refresh('skillGraph.track');
      refresh('itemBank.search');
      refresh('itemBank.get');
      refresh('assessmentSettings.get', { campId });
    }
    if (kind === 'items.changed' || kind === 'assessment.results') refresh('itemBank.statistics');
  });
}
