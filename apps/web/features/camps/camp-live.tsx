'use client';
import { useGiven } from '@/lib/api/query';
import { useStream } from '@/lib/realtime/index';
import { noteImportProgress } from './import-progress';

/** What happens in this camp reaches every page of it. */
export function CampLive({ campId }: { campId: string }) {
  const { seq } = useGiven('camps.get', { campId });
  useStream(`camp:${campId}`, seq, ({ kind, data }) => {
    if (kind === 'import.progress') noteImportProgress(data);
  });
  return null;
}
