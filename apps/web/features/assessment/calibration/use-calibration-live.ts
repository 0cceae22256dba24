'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { Output } from '@/lib/api/names';
import { useGatheredRefresh } from '@/lib/api/query';
import { useStream } from '@/lib/realtime/index';

type One = Output<'calibrations.get'>;
type List = Output<'calibrations.list'>;

/** Keeps calibrations as they are now: progress is put in place as it comes, a change of state is read again. */
export function useCalibrationLive(campId: string, after: number): void {
  const client = useQueryClient();
  const refresh = useGatheredRefresh();
  useStream(`camp:${campId}`, after, (event) => {
    if (event.kind === 'calibration.progress') {
      const { calibrationId, iteration, of } = event.data;
      client.setQueryData<One>(['calibrations.get', { campId, calibrationId }], (one) =>
        one ? { ...one, state: 'running', iteration, of } : one,
      );
      client.setQueryData<List>(['calibrations.list', { campId }], (list) =>
        list
          ? { ...list, items: list.items.map((one) => (one.id === calibrationId ? { ...one, iteration, of } : one)) }
          : list,
      );
    }
    if (event.kind === 'calibration.changed') {
      refresh('calibrations.get', { campId, calibrationId: event.data.calibrationId });
      refresh('calibrations.list', { campId });
    }
    if (event.kind === 'assessment.results') refresh('calibrations.list', { campId });
  });
}
