'use client';
import { Menu as Base } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon';

export interface MenuItem {
  label: ReactNode;
  icon?: LucideIcon;
  keys?: string;
  href?: string;
  onSelect?: () => void;
}

/** Opens where the hand is. `null` draws a line between items. */
export function Menu(props: { trigger: ReactElement; items: readonly (MenuItem | null)[]; align?: 'start' | 'end' }) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={props.trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={props.align ?? 'end'} className="floating">
          <Base.Popup className="menu pop">
            {props.items.map((item, index) =>
              item ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the items of a menu do not move
                <Entry key={index} item={item} />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: the items of a menu do not move
                <Base.Separator key={index} className="menu-line" />
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Entry({ item }: { item: MenuItem }) {
  const inside = (
    <>
      {item.icon && <Icon of={item.icon} size="s" />}
      {item.label}
      {item.keys && <kbd>{item.keys}</kbd>}
    </>
  );
  if (item.href) return <Base.LinkItem render={<Link href={item.href} />}>{inside}</Base.LinkItem>;
  return <Base.Item {...(item.onSelect ? { onClick: item.onSelect } : {})}>{inside}</Base.Item>;
}
