'use client';
import { Send, Square, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Button, IconButton } from '@/ui/button';

interface ComposerProps {
  text: string;
  onText: (text: string) => void;
  /** The last question, which ↑ brings back. */
  before: string | null;
  about: string | null;
  onAboutNothing: () => void;
  waiting: boolean;
  onAsk: () => void;
  /** There is an answer that can be stopped. */
  onStop: (() => void) | null;
}

/** Where a question is written. */
export function Composer(props: ComposerProps) {
  const t = useT();
  const { text, onText, before, about, waiting, onAsk, onStop } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const { current } = area;
    if (current === null) return;
    current.style.height = 'auto';
    current.style.height = text === '' ? '' : `${Math.min(current.scrollHeight, 200)}px`;
  }, [text]);
  const asks = text.trim().length >= 2 && !waiting;
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While a word is being composed, as in Japanese, Enter belongs to that.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (asks) onAsk();
    } else if (event.key === 'ArrowUp' && text === '' && before !== null) {
      event.preventDefault();
      onText(before);
    }
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        if (asks) onAsk();
      }}
    >
      {about !== null && (
        <span className="composer-about small">
          {t('tutor.about', { skill: about })}
          <IconButton small icon={X} label={t('tutor.aboutNothing')} onClick={props.onAboutNothing} />
        </span>
      )}
      <textarea
        ref={area}
        rows={2}
        maxLength={2000}
        value={text}
        aria-label={t('tutor.question')}
        aria-describedby="tutor-keys"
        placeholder={t('tutor.placeholder')}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={keys}
      />
      <div className="row">
        <span className="small muted grow wide" id="tutor-keys">
          {t('tutor.keys')}
        </span>
        <span className="grow phone" />
        {onStop === null ? (
          <Button tone="primary" type="submit" icon={Send} disabled={!asks}>
            {t('tutor.send')}
          </Button>
        ) : (
          <Button icon={Square} onClick={onStop}>
            {t('tutor.stop')}
          </Button>
        )}
      </div>
    </form>
  );
}
