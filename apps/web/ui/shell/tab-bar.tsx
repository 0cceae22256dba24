'use client';
import { Menu as Lines } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useT } from '../../lib/i18n/provider';
import { Sheet } from '../dialog';
import { Icon } from '../icon';
import { openPart, useInterface } from './interface-store';
import { isCurrent, type Place } from './place';

/** The phone's tabs: four places, and the rest under More. */
export function TabBar({ places, rest }: { places: readonly Place[]; rest: readonly Place[] }) {
  const t = useT();
  const path = usePathname();
  const open = useInterface((state) => state.open === 'more');
  const close = () => openPart(null);
  return (
    <>
      <nav className="tabbar" aria-label={t('nav.tabs')}>
        {places.map((place) => (
          <Link key={place.href} href={place.href} aria-current={isCurrent(place, path) ? 'page' : undefined}>
            <Icon of={place.icon} size="l" />
            <span>{place.label}</span>
          </Link>
        ))}
        <button type="button" onClick={() => openPart('more')}>
          <Icon of={Lines} size="l" />
          <span>{t('nav.more')}</span>
        </button>
      </nav>
      <Sheet open={open} onClose={close} title={t('nav.more')}>
        <ul className="more-places">
          {rest.map((place) => (
            <li key={place.href}>
              <Link className="nav" href={place.href} onClick={close}>
                <Icon of={place.icon} />
                <span>{place.label}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  );
}
