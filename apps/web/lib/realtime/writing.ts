'use client';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { call } from '../api/index';
import { Outgoing, type Sent } from './outgoing';

const NOTHING: readonly Sent[] = [];
const queues = new Map<string, Outgoing>();

/** What this account writes, on its way to the server. */
export function outgoingOf(owner: string): Outgoing {
  const known = queues.get(owner);
  if (known) return known;
  const outgoing = new Outgoing(owner, {
    storage: localStorage,
    call: (endpoint, input, options) => call(endpoint, input, options),
    later: (what, ms) => setTimeout(what, ms),
    now: Date.now,
  });
  addEventListener('online', () => outgoing.resume());
  queues.set(owner, outgoing);
  return outgoing;
}

/** What I have sent to a place and is not known to be there yet; leave out what stands in the answer already, by `clientId`. */
export function useOutgoing(owner: string, place: string): readonly Sent[] {
  const watch = useCallback((watcher: () => void) => outgoingOf(owner).watch(watcher), [owner]);
  return useSyncExternalStore(
    watch,
    () => outgoingOf(owner).of(place),
    () => NOTHING,
  );
}

/** What I am writing in a place, kept across reloads. */
export function useDraft(owner: string, place: string): readonly [string, (text: string) => void] {
  const key = `draft ${owner} ${place}`;
  const [draft, setDraft] = useState({ key, text: '' });
  useEffect(() => setDraft({ key, text: localStorage.getItem(key) ?? '' }), [key]);
  const write = useCallback(
    (text: string) => {
      setDraft({ key, text });
      if (text === '') localStorage.removeItem(key);
      else
        try {
          localStorage.setItem(key, text);
        } catch {}
    },
    [key],
  );
  return [draft.key === key ? draft.text : '', write];
}
