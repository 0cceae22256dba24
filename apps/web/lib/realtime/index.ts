'use client';
import type { StreamName } from '@tailcamp/contracts';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { renewSession } from '../api/index';
import type { StreamClient } from './client';
import type { Heard } from './event';

let opening: Promise<StreamClient> | null = null;

/** One socket for the whole browser tab, loaded when the first stream is asked for. */
export function streams(answers: QueryClient): Promise<StreamClient> {
  opening ??= Promise.all([import('socket.io-client'), import('./client'), import('./live-answers')]).then(
    ([{ io }, { StreamClient }, { LiveAnswers }]) => {
      const socket = io({ path: '/socket.io', withCredentials: true, transports: ['websocket', 'polling'] });
      return new StreamClient(socket, renewSession, new LiveAnswers(answers));
    },
  );
  return opening;
}

/**
 * Hears a stream after `after`, the sequence that the snapshot on the page is true for: the kept answers change as its events
 * say. `onEvent` is for what a page does besides. With `null` it hears nothing. The sequence counts when the stream changes, not
 * when a newer snapshot arrives.
 */
export function useStream(stream: StreamName | null, after: number, onEvent?: (event: Heard) => void): void {
  const answers = useQueryClient();
  const latest = useRef(onEvent);
  const start = useRef({ stream, after });
  useEffect(() => {
    latest.current = onEvent;
    if (start.current.stream !== stream) start.current = { stream, after };
  });
  useEffect(() => {
    if (!stream) return;
    let stop: (() => void) | null = null;
    let gone = false;
    void streams(answers).then((client) => {
      if (!gone) stop = client.subscribe(stream, start.current.after, (event) => latest.current?.(event));
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [stream, answers]);
}
