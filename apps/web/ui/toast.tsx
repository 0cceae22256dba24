'use client';
import { CircleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '../lib/i18n/provider';
import { Button, IconButton } from './button';
import { Icon } from './icon';
import { type Toast, useToasts } from './toast-store';

const SHOWN_FOR_MS = 8000;

/** Where toasts stand: below, over the tabs on the phone. */
export function ToastRegion() {
  const t = useT();
  const shown = useToasts((state) => state.shown);
  return (
    <section className="toasts" aria-label={t('toast.region')} aria-live="polite">
      {shown.map((each) => (
        <One key={each.id} toast={each} />
      ))}
    </section>
  );
}

/** Leaves after eight seconds; waits while it is hovered or has the focus. */
function One({ toast }: { toast: Toast }) {
  const t = useT();
  const [held, setHeld] = useState(false);
  const dismiss = useToasts((state) => state.dismiss);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(toast.id), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [held, dismiss, toast.id]);
  const { action } = toast;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering holds it, its buttons act
    <div
      className="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.tone === 'bad' && <Icon of={CircleAlert} tone="bad" />}
      <span className="grow">{toast.text}</span>
      {action && (
        <Button
          size="small"
          tone={toast.tone === 'bad' ? undefined : 'quiet'}
          className={toast.tone === 'bad' ? undefined : 'acc'}
          onClick={() => {
            dismiss(toast.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon={X} label={t('action.close')} small onClick={() => dismiss(toast.id)} />
    </div>
  );
}
