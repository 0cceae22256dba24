'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useT } from '../../lib/i18n/provider';
import { Dialog } from '../dialog';
import { openPart, useInterface } from './interface-store';
import type { Place } from './place';

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const SECOND_KEY_WITHIN_MS = 1200;

/** Keys of the whole app: `G` then a letter goes, `?` lists them, ⌘K finds. */
export function Keys({ places }: { places: readonly Place[] }) {
  const t = useT();
  const router = useRouter();
  const open = useInterface((state) => state.open === 'keys');
  const pressedG = useRef(0);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        return openPart('palette');
      }
      if (event.metaKey || event.ctrlKey || event.altKey || typing(event.target)) return;
      if (event.key === '?') return openPart('keys');
      if (event.timeStamp - pressedG.current < SECOND_KEY_WITHIN_MS) {
        pressedG.current = 0;
        const place = places.find(({ letter }) => letter === event.key.toUpperCase());
        if (place) router.push(place.href);
      } else if (event.key === 'g') pressedG.current = event.timeStamp;
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [places, router]);
  return (
    <Dialog open={open} onClose={() => openPart(null)} title={t('keys.title')}>
      <dl className="key-list">
        {places.map(({ letter, label, href }) =>
          letter ? (
            <div key={href}>
              <dt>{label}</dt>
              <dd>
                <kbd>G</kbd> <kbd>{letter}</kbd>
              </dd>
            </div>
          ) : null,
        )}
        <div>
          <dt>{t('palette.find')}</dt>
          <dd>
            <kbd>⌘</kbd> <kbd>K</kbd>
          </dd>
        </div>
        <div>
          <dt>{t('keys.title')}</dt>
          <dd>
            <kbd>?</kbd>
          </dd>
        </div>
      </dl>
    </Dialog>
  );
}
