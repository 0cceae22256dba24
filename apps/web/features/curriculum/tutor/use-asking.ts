'use client';
import type { TutorThread, TutorTurn } from '@tailcamp/contracts';
import { useEffect, useState } from 'react';
import { call } from '@/lib/api/index';
import { listen } from '@/lib/api/listen';
import { inWords } from '@/lib/api/problem';
import { useAnswers } from '@/lib/api/query';

/** A question that is on its way; the same one again is the same question to the server. */
export interface OnItsWay {
  clientId: string;
  threadId: string | null;
  question: string;
  skill: string | null;
  failed: string | null;
}

/** What a learner does in a conversation, shown at once and kept by the server. */
export function useAsking(campId: string, thread: TutorThread | undefined, onBegun: (threadId: string) => void) {
  const { put, refresh } = useAnswers();
  const [onItsWay, setOnItsWay] = useState<OnItsWay | null>(null);
  const last = thread?.turns.at(-1);

  const show = (turn: TutorTurn, of: TutorThread | undefined = thread) => {
    if (of === undefined || of.id !== turn.threadId) return;
    const turns = of.turns.some(({ id }) => id === turn.id)
      ? of.turns.map((one) => (one.id === turn.id ? turn : one))
      : [...of.turns, turn];
    put('tutor.thread', { campId, threadId: of.id }, { ...of, turns });
  };

  const send = async (asked: OnItsWay) => {
    setOnItsWay({ ...asked, failed: null });
    const { clientId, threadId, question, skill } = asked;
    try {
      const told = await call('tutor.ask', {
        ...{ campId, clientId, question },
        ...(threadId === null ? {} : { threadId }),
        ...(skill === null ? {} : { skill }),
      });
      show(told.turn, threadId === null ? { ...told.thread, turns: [] } : thread);
      setOnItsWay(null);
      refresh('tutor.threads', { campId });
      if (threadId === null) onBegun(told.thread.id);
    } catch (error) {
      setOnItsWay({ ...asked, failed: inWords(error) });
    }
  };

  const change = async (name: 'tutor.stop' | 'tutor.retry', turnId: string) =>
    show(await call(name, { campId, turnId }));
  const rate = async (turnId: string, helpful: boolean | null) =>
    show(await call('tutor.rate', { campId, turnId, helpful }));

  useListening(campId, last?.state === 'answering' ? last.id : null, show);
  return { onItsWay, forget: () => setOnItsWay(null), send, change, rate };
}

/** Milliseconds until what broke off is listened to again. */
const PAUSE = 1_500;

/** Hears an answer while it comes, again and again until it is over. */
function useListening(campId: string, turnId: string | null, onTurn: (turn: TutorTurn) => void): void {
  const latest = useLatest(onTurn);
  useEffect(() => {
    if (turnId === null) return;
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = () => {
      listen('tutor.live', { campId, turnId }, (turn) => latest.current(turn), leaving.signal)
        .catch(() => undefined)
        .then(() => {
          if (!leaving.signal.aborted) timer = setTimeout(hear, PAUSE);
        });
    };
    hear();
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [campId, turnId, latest]);
}

function useLatest<T>(value: T): { current: T } {
  const [box] = useState({ current: value });
  useEffect(() => {
    box.current = value;
  });
  return box;
}
