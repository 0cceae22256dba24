import { useEffect, useRef } from 'react';

/** Whether keys belong to the text of a field. */
export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (/^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && /^(text|number)$/.test(target.type)));

interface ExamKeys {
  /** How many options have a letter. */
  options: number;
  onLetter: (place: number) => void;
  onUnknown: () => void;
  onConfirm: () => void;
  onReport?: () => void;
  onHelp?: () => void;
}

/** Keys of the page of a question: a letter chooses, Enter confirms, 0 does not know, F reports, ? lists them. */
export function useExamKeys(keys: ExamKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const now = latest.current;
      if (event.metaKey || event.ctrlKey || event.altKey || document.querySelector('dialog[open]')) return;
      const onControl = event.target instanceof HTMLElement && event.target.closest('button, a, summary') !== null;
      if (event.key === 'Enter' && !onControl && !(event.target instanceof HTMLTextAreaElement)) {
        event.preventDefault();
        return now.onConfirm();
      }
      if (isTyping(event.target)) return;
      const place = event.key.length === 1 ? event.key.toUpperCase().charCodeAt(0) - 65 : -1;
      if (place >= 0 && place < now.options) {
        event.preventDefault();
        now.onLetter(place);
      } else if (event.key === '0') now.onUnknown();
      else if (event.key === '?') now.onHelp?.();
      else if (event.key.toUpperCase() === 'F') {
        event.preventDefault();
        now.onReport?.();
      }
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
}
