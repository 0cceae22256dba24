import type { AskedQuestion } from '@tailcamp/contracts';
import { useEffect, useState } from 'react';
import { type Draft, draftFrom, emptyDraft } from './draft';

/**
 * The draft of an answer, kept in this browser until it is sent: a reload or a lost connection loses no sentence.
 * @param name of the question in its attempt
 */
export function useDraft(name: string, asked: AskedQuestion) {
  const key = `draft:${name}`;
  const [draft, setDraft] = useState(() => emptyDraft(asked));
  // The server cannot know it, so it comes after the first paint.
  useEffect(() => setDraft(draftFrom(read(key), asked)), [key, asked]);
  return {
    draft,
    set(next: Draft) {
      setDraft(next);
      keep(key, next);
    },
    forget: () => forget(key),
  };
}

/** A browser may forbid storage; then a draft lives as long as the page. */
function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function keep(key: string, draft: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {}
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {}
}
