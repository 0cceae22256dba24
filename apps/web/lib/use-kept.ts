'use client';
import { useEffect, useState } from 'react';

interface Kept<D> {
  draft: D;
  /** The version that it was begun from. */
  version: number;
}

/** How a draft is read back, where it can be one, and when two would be saved as the same. */
export interface Keeping<D> {
  read: (kept: unknown) => D | null;
  isSame: (one: D, other: D) => boolean;
}

const KEEP_AFTER_MS = 500;

/**
 * Keeps what is not saved in this browser, so that neither a closed page nor a lost connection loses it.
 *
 * @param key of what is written
 * @param saved what the server has
 * @returns what was kept before, once, where it differs from what is saved
 */
export function useKept<D>(key: string, draft: D, saved: D, version: number, { read, isSame }: Keeping<D>) {
  const [found, setFound] = useState<Kept<D> | null>(null);
  const [isRead, setRead] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked for once, when the page is there
  useEffect(() => {
    const kept = keptAt(key, read);
    if (kept !== null && !isSame(kept.draft, saved)) setFound(kept);
    setRead(true);
  }, [key]);
  useEffect(() => {
    // What was kept is there until somebody has said what becomes of it.
    if (!isRead || found !== null) return;
    const timer = setTimeout(() => (isSame(draft, saved) ? forget(key) : keep(key, { draft, version })), KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [key, draft, saved, version, isRead, found, isSame]);
  return { found, seen: () => setFound(null), forget: () => forget(key) };
}

function keptAt<D>(key: string, read: Keeping<D>['read']): Kept<D> | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('draft' in kept) || !('version' in kept)) return null;
    const draft = read(kept.draft);
    return draft === null ? null : { draft, version: Number(kept.version) };
  } catch {
    // A browser may forbid storage; then a draft lives as long as the page.
    return null;
  }
}
function keep(key: string, kept: Kept<unknown>): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {}
}
function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {}
}
