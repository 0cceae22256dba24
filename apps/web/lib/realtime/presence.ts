'use client';
import type { StreamName } from '@tailcamp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { streams } from './index';
import type { People } from './people';

const NOBODY: readonly string[] = [];

let opening: Promise<People> | null = null;

/** Null until the socket's code is there. */
function usePeople(): People | null {
  const answers = useQueryClient();
  const [people, setPeople] = useState<People | null>(null);
  useEffect(() => {
    const clock = { now: Date.now, later: (what: () => void, ms: number) => setTimeout(what, ms) };
    opening ??= Promise.all([streams(answers), import('./people')]).then(([client, { People }]) => {
      return new People(client, clock);
    });
    void opening.then(setPeople);
  }, [answers]);
  return people;
}

function useWatched(stream: StreamName | null, read: (people: People) => readonly string[]): readonly string[] {
  const people = usePeople();
  const watch = useCallback(
    (watcher: () => void) => (people && stream ? people.watch(stream, watcher) : () => undefined),
    [people, stream],
  );
  return useSyncExternalStore(
    watch,
    () => (people ? read(people) : NOBODY),
    () => NOBODY,
  );
}

/** Who has a page of this stream open, by the ids of their users; the page itself must hear it (`useStream`). */
export const usePresence = (stream: StreamName | null): readonly string[] =>
  useWatched(stream, (people) => (stream ? people.here(stream) : NOBODY));

/** Who is typing in a topic of a stream, such as a channel, myself left out by whoever shows it; and how to say that I am. */
export function useTyping(
  stream: StreamName | null,
  topic: string,
): { typing: readonly string[]; say: (on: boolean) => void } {
  const people = usePeople();
  const typing = useWatched(stream, (all) => (stream ? all.typing(stream, topic) : NOBODY));
  const say = useCallback(
    (on: boolean) => {
      if (stream) people?.say(stream, topic, on);
    },
    [people, stream, topic],
  );
  return { typing, say };
}
