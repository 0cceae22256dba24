'use client';
import type { TutorThread } from '@tailcamp/contracts';
import { GraduationCap, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '@/lib/api/names';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Banner, Empty } from '@/ui/states';
import { Composer } from './composer';
import { Asked, Turn } from './turn';
import { type OnItsWay, useAsking } from './use-asking';
import { useOnline } from './use-online';

interface ConversationProps {
  campId: string;
  thread: TutorThread | undefined;
  threads: Output<'tutor.threads'>;
  about: { id: string; title: string } | null;
  onBegun: (threadId: string) => void;
  onAboutNothing: () => void;
}

/** Questions and answers, and where the next one is written. */
export function Conversation({ campId, thread, threads, about, onBegun, onAboutNothing }: ConversationProps) {
  const t = useT();
  const online = useOnline();
  const [text, setText] = useState('');
  const { onItsWay, forget, send, change, rate } = useAsking(campId, thread, onBegun);
  const turns = thread?.turns ?? [];
  const last = turns.at(-1);
  const answering = last?.state === 'answering';
  const end = useEnd(`${turns.length} ${last?.reply.length} ${last?.state} ${onItsWay?.clientId}`);
  const ask = (question: string) => {
    setText('');
    const skill = about?.id ?? null;
    void send({ clientId: crypto.randomUUID(), threadId: thread?.id ?? null, question, skill, failed: null });
  };
  return (
    <section className="conversation" aria-label={thread?.title ?? t('tutor.new')}>
      <div className="turns-scroll">
        {!online && <Banner calm>{t('tutor.offline')}</Banner>}
        {!threads.model && turns.length === 0 && <Banner calm>{t('tutor.noModel')}</Banner>}
        {turns.length === 0 && onItsWay === null ? (
          <Start suggestions={threads.suggestions} onAsk={ask} />
        ) : (
          <ol className="turns">
            {turns.map((turn) => (
              <Turn
                key={turn.id}
                campId={campId}
                turn={turn}
                onRetry={turn === last ? () => void change('tutor.retry', turn.id) : undefined}
                onRate={(helpful) => void rate(turn.id, helpful)}
              />
            ))}
            {onItsWay !== null && <Unsent asked={onItsWay} onAgain={() => void send(onItsWay)} />}
          </ol>
        )}
        <div ref={end} />
      </div>
      <p className="sr" role="status">
        <Said thread={thread} />
      </p>
      <Composer
        text={text}
        onText={(next) => {
          setText(next);
          if (onItsWay?.failed) forget();
        }}
        before={last?.question ?? null}
        about={about?.title ?? null}
        onAboutNothing={onAboutNothing}
        waiting={answering || (onItsWay !== null && onItsWay.failed === null) || !online}
        onAsk={() => ask(text.trim())}
        onStop={answering ? () => void change('tutor.stop', last.id) : null}
      />
    </section>
  );
}

function Start({ suggestions, onAsk }: { suggestions: readonly string[]; onAsk: (question: string) => void }) {
  const t = useT();
  return (
    <div className="tutor-start">
      <Empty icon={GraduationCap} title={t('tutor.emptyTitle')}>
        {t('tutor.emptyLead')}
      </Empty>
      {suggestions.length > 0 && (
        <>
          <p className="small muted">{t('tutor.try')}</p>
          <ul className="suggestions">
            {suggestions.map((question) => (
              <li key={question}>
                <button type="button" className="suggestion" onClick={() => onAsk(question)}>
                  {question}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Unsent({ asked, onAgain }: { asked: OnItsWay; onAgain: () => void }) {
  const t = useT();
  return (
    <li className="turn">
      <Asked>{asked.question}</Asked>
      {asked.failed === null ? (
        <p className="note muted thinking">{t('tutor.thinking')}</p>
      ) : (
        <Banner
          action={
            <Button size="small" icon={RotateCcw} onClick={onAgain}>
              {t('tutor.again')}
            </Button>
          }
        >
          {t('tutor.notSent', { why: asked.failed })}
        </Banner>
      )}
    </li>
  );
}

/** Told once it is there, not piece by piece. */
function Said({ thread }: { thread: TutorThread | undefined }) {
  const t = useT();
  const last = thread?.turns.at(-1);
  if (last?.state === 'failed') return t('tutor.failed');
  if (last?.state !== 'done') return null;
  return last.outcome === 'declined' ? t('tutor.declined') : t('tutor.saidAnswer', { count: last.sources.length });
}

/** Keeps the newest in sight. */
function useEnd(changes: string) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (changes !== '') end.current?.parentElement?.scrollTo({ top: end.current.offsetTop });
  }, [changes]);
  return end;
}
