import type { EventData } from '@tailcamp/contracts';
import { create } from 'zustand';

type Progress = EventData<'import.progress'>;

/** How far the running imports are, by the stream; what they did in the end is read from the server. */
export const useImportProgress = create<Record<string, Progress>>()(() => ({}));

export const noteImportProgress = (progress: Progress): void =>
  useImportProgress.setState({ [progress.importId]: progress });
