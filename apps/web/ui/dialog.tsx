'use client';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useT } from '../lib/i18n/provider';
import { IconButton } from './button';
import { classes } from './class-names';

interface ModalProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  className?: string;
  /** The title is spoken only: the content has its own head. */
  bare?: boolean;
}

const FIELD = 'input:not([type="hidden"]), select, textarea';

/** The platform's modal: keeps focus inside, closes on Escape and on a press beside it, gives focus back. */
export function Dialog({ open, onClose, title, children, className, bare }: ModalProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  const t = useT();
  useEffect(() => {
    const dialog = ref.current;
    if (open && dialog && !dialog.open) {
      const { documentElement: page } = document;
      // The page stands still while its scrollbar is away.
      page.style.setProperty('--scrollbar', `${innerWidth - page.clientWidth}px`);
      dialog.showModal();
      // Whoever opened a form wants to write, not to close it, which is what the platform would focus.
      dialog.querySelector<HTMLElement>(FIELD)?.focus();
    }
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it, and the dialog hears it itself
    <dialog
      ref={ref}
      className={classes('dialog', className)}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      {open && (
        <div className="dialog-body">
          {bare ? (
            <h2 id={id} className="sr">
              {title}
            </h2>
          ) : (
            <div className="row">
              <h2 id={id} className="grow">
                {title}
              </h2>
              <IconButton icon={X} label={t('action.close')} small onClick={onClose} />
            </div>
          )}
          {children}
        </div>
      )}
    </dialog>
  );
}

/** From below on the phone, from the right on the desktop. */
export const Sheet = (props: Omit<ModalProps, 'className'>) => <Dialog {...props} className="sheet" />;
