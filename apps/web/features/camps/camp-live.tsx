'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { Output } from '@/lib/api/names';
import { useGatheredRefresh, useGiven } from '@/lib/api/query';
import { useStream } from '@/lib/realtime/index';
import { afterRunEvent } from '../matching/after-run-event';
import { noteImportProgress } from './import-progress';

/** What happens in this camp reaches every page of it: an event makes what it changed be read again. */
export function CampLive({ campId }: { campId: string }) {
  const { seq } = useGiven('camps.get', { campId });
  const client = useQueryClient();
  const refresh = useGatheredRefresh();
  useStream(`camp:${campId}`, seq, (event) => {
    switch (event.kind) {
      case 'camp.changed':
      case 'member.joined':
      case 'member.changed':
      case 'member.left':
        refresh('camps.get', { campId });
        refresh('camps.list');
        refresh('camps.members');
        refresh('matching.getPolicy', { campId });
        refresh('queue.get', { campId });
        break;
      case 'import.progress':
        noteImportProgress(event.data);
        break;
      case 'import.finished':
        refresh('camps.getImport', { campId, importId: event.data.importId });
        refresh('camps.get', { campId });
        refresh('camps.list');
        refresh('camps.members');
        refresh('matching.getPolicy', { campId });
        break;
      case 'policy.changed':
        refresh('matching.getPolicy', { campId });
        break;
      case 'run.progress':
        client.setQueryData<Output<'matching.get'>>(['matching.get', { campId, runId: event.data.runId }], (run) =>
          run ? afterRunEvent(run, event) : run,
        );
        break;
      case 'run.started':
      case 'run.finished':
      case 'run.accepted':
        refresh('matching.get', { campId, runId: event.data.runId });
        refresh('matching.list');
        break;
      case 'scenario.changed':
      case 'scenario.published':
        refresh('scenarios.get', { campId, scenarioId: event.data.scenarioId });
        refresh('scenarios.list');
        break;
      case 'scenario.removed':
        refresh('scenarios.list');
        break;
      case 'queue.settings':
      case 'queue.changed':
      case 'proposal.changed':
        refresh('queue.get', { campId });
        refresh('queue.mine', { campId });
        break;
      case 'group.formed':
      case 'group.changed':
      case 'group.dissolved':
        refresh('groups.list');
        refresh('groups.get', { groupId: event.data.groupId });
        refresh('queue.get', { campId });
        break;
      default:
    }
  });
  return null;
}
