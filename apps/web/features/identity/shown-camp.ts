import { useEffect } from 'react';
import { create } from 'zustand';

/** The camp of what a page shows, where its address does not name it: a group's page belongs to a camp. */
export const useShownCamp = create<{ campId: string | undefined }>()(() => ({ campId: undefined }));

/** Tells the frame, while this page is there, which camp it belongs to. */
export function useBelongsTo(campId: string): void {
  useEffect(() => {
    useShownCamp.setState({ campId });
    return () => useShownCamp.setState({ campId: undefined });
  }, [campId]);
}
