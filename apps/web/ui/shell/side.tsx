'use client';
import { ChevronsUpDown } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useT } from '../../lib/i18n/provider';
import { Icon } from '../icon';
import { Mark } from '../mark';
import { Avatar, Count, type Person } from '../marks';
import { Menu, type MenuItem } from '../menu';
import { isCurrent, type Place } from './place';

export interface SideProps {
  camp: { name: string; about: string } | null;
  switchTo: readonly (MenuItem | null)[];
  places: readonly Place[];
  own: readonly Place[];
  me: Person;
  mine: readonly (MenuItem | null)[];
}

/** The side: which camp, the places in it, and you. */
export function Side({ camp, switchTo, places, own, me, mine }: SideProps) {
  const t = useT();
  return (
    <nav className="side" aria-label={t('nav.main')}>
      <Link className="brand" href="/" aria-label="TailCamp">
        <Mark />
        <span>TailCamp</span>
      </Link>
      {switchTo.length > 0 && (
        <Menu
          align="start"
          items={switchTo}
          className="camp"
          trigger={
            <>
              <span className="grow">
                <b className="clip">{camp?.name ?? t('nav.chooseCamp')}</b>
                {camp && <small className="clip">{camp.about}</small>}
              </span>
              <span className="muted">
                <Icon of={ChevronsUpDown} size="s" />
              </span>
            </>
          }
        />
      )}
      <Places of={places} />
      <p className="side-head">{t('nav.you')}</p>
      <Places of={own} />
      <span className="gap" />
      <Menu
        align="start"
        items={mine}
        className="nav"
        label={t('nav.account', { name: me.name })}
        trigger={
          <>
            <Avatar of={me} size="s" />
            <span className="clip">{me.name}</span>
          </>
        }
      />
    </nav>
  );
}

function Places({ of }: { of: readonly Place[] }) {
  const path = usePathname();
  return of.map((place) => (
    <Link
      key={place.href}
      className="nav"
      href={place.href}
      aria-current={isCurrent(place, path) ? 'page' : undefined}
      title={place.label}
    >
      <Icon of={place.icon} />
      <span>{place.label}</span>
      {place.count !== undefined && <Count>{place.count}</Count>}
    </Link>
  ));
}
