'use client';
import { useEffect, useState } from 'react';
import { draftFrom, type ItemDraft, isSame } from './draft';

interface Kept {
  draft: ItemDraft;
  /** The version that it was begun from. */
  version: number;
}
const KEEP_AFTER_MS = 500;

/**
 * Keeps what is not saved in this browser, so that neither a closed page nor a lost connection loses it.
 *
 * @param name of the question in its camp
 * @param saved what the server has
 * @returns what was kept before, once, where it differs from what is saved
 */
export function useKept(name: string, draft: ItemDraft, saved: ItemDraft, version: number) {
  const key = `item:${name}`;
  const [found, setFound] = useState<Kept | null>(null);
  const [isRead, setRead] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked for once, when the page is there
  useEffect(() => {
    const kept = read(key);
    if (kept !== null && !isSame(kept.draft, saved)) setFound(kept);
    setRead(true);
  }, [key]);
  useEffect(() => {
    // What was kept is there until somebody has said what becomes of it.
    if (!isRead || found !== null) return;
    const timer = setTimeout(() => (isSame(draft, saved) ? forget(key) : keep(key, { draft, version })), KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [key, draft, saved, version, isRead, found]);
  return { found, seen: () => setFound(null), forget: () => forget(key) };
}

function read(key: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('draft' in kept) || !('version' in kept)) return null;
    const draft = draftFrom(kept.draft);
    return draft === null ? null : { draft, version: Number(kept.version) };
  } catch {
    // A browser may forbid storage; then a draft lives as long as the page.
    return null;
  }
}
function keep(key: string, kept: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {}
}
function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {}
}
