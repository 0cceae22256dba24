'use client';
import { Check, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { classes } from './class-names';
import { Icon } from './icon';

export interface MenuItem {
  label: ReactNode;
  icon?: LucideIcon;
  keys?: string;
  /** Takes something away for good. */
  danger?: boolean;
  /** It is what is shown already. */
  current?: boolean;
  href?: string;
  onSelect?: () => void;
}

interface MenuProps {
  /** What the button shows, and its look. */
  trigger: ReactNode;
  className: string;
  label?: string | undefined;
  /** `null` draws a line. */
  items: readonly (MenuItem | null)[];
  align?: 'start' | 'end';
}

const GAP = 6;

/** Opens where the hand is: the platform's popover closes it; arrows, Home, End and first letters move in it (ARIA APG). */
export function Menu({ trigger, className, label, items, align = 'end' }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

  const place = () => {
    const [anchor, floating] = [button.current?.getBoundingClientRect(), list.current];
    if (!anchor || !floating) return;
    const { width, height } = floating.getBoundingClientRect();
    const left = align === 'start' ? anchor.left : anchor.right - width;
    const below = anchor.bottom + GAP + height <= innerHeight;
    floating.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    floating.style.top = `${below ? anchor.bottom + GAP : Math.max(8, anchor.top - GAP - height)}px`;
  };
  const toggled = (open: boolean) => {
    button.current?.setAttribute('aria-expanded', String(open));
    if (!open) return;
    place();
    entries()[0]?.focus();
  };
  const key = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const letter = event.key.length === 1 ? event.key.toLowerCase() : null;
    const next =
      event.key === 'ArrowDown'
        ? all[(at + 1) % all.length]
        : event.key === 'ArrowUp'
          ? all[(at - 1 + all.length) % all.length]
          : event.key === 'Home'
            ? all[0]
            : event.key === 'End'
              ? all.at(-1)
              : [...all.slice(at + 1), ...all].find(
                  (entry) => letter && entry.innerText.toLowerCase().startsWith(letter),
                );
    if (event.key === 'Tab') list.current?.hidePopover();
    if (!next || event.key === ' ') return;
    event.preventDefault();
    next.focus();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded="false"
        popoverTarget={id}
        suppressHydrationWarning
      >
        {trigger}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className="menu pop"
        onToggle={(event) => toggled(event.newState === 'open')}
        onKeyDown={key}
      >
        {items.map((item, index) =>
          item ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the items of a menu do not move
            <Entry key={index} item={item} close={() => list.current?.hidePopover()} />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the items of a menu do not move
            <hr key={index} />
          ),
        )}
      </div>
    </>
  );
}

function Entry({ item, close }: { item: MenuItem; close: () => void }) {
  const inside = (
    <>
      {item.icon && <Icon of={item.icon} size="s" />}
      {item.label}
      {item.keys && <kbd>{item.keys}</kbd>}
      {item.current && (
        <span className="at-end">
          <Icon of={Check} size="s" />
        </span>
      )}
    </>
  );
  const act = () => {
    close();
    item.onSelect?.();
  };
  const look = classes('menu-entry', item.danger && 'bad');
  const current = item.current || undefined;
  return item.href ? (
    <Link role="menuitem" tabIndex={-1} href={item.href} className={look} aria-current={current} onClick={close}>
      {inside}
    </Link>
  ) : (
    <button role="menuitem" tabIndex={-1} type="button" className={look} aria-current={current} onClick={act}>
      {inside}
    </button>
  );
}
