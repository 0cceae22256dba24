'use client';
import type { StreamName } from '@tailcamp/contracts';
import { useEffect, useRef } from 'react';
import { renewSession } from '../api/index';
import type { StreamClient } from './client';
import type { Heard } from './event';

let opening: Promise<StreamClient> | null = null;

/** One socket for the whole browser tab, loaded when the first stream is asked for. */
function streams(): Promise<StreamClient> {
  opening ??= Promise.all([import('socket.io-client'), import('./client')]).then(([{ io }, { StreamClient }]) => {
    const socket = io({ path: '/socket.io', withCredentials: true, transports: ['websocket', 'polling'] });
    return new StreamClient(socket, renewSession);
  });
  return opening;
}

/**
 * Calls `onEvent` for every event of a stream after `after`, the sequence that the snapshot on the page is true for.
 * With `null` it does nothing. The sequence counts when the stream changes, not when a newer snapshot arrives.
 */
export function useStream(stream: StreamName | null, after: number, onEvent: (event: Heard) => void): void {
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
    void streams().then((client) => {
      if (!gone) stop = client.subscribe(stream, start.current.after, (event) => latest.current(event));
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [stream]);
}
