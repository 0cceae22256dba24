'use client';
import { ArrowLeft, ChevronRight, Command, Search } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useT } from '../../lib/i18n/provider';
import { IconButton } from '../button';
import { classes } from '../class-names';
import { Icon } from '../icon';
import { ThemeSwitch } from '../theme';
import { openPart } from './interface-store';

export interface Crumb {
  label: ReactNode;
  href?: string;
}
interface PageProps {
  /** From the outermost to this page. */
  crumbs: readonly Crumb[];
  mark?: ReactNode;
  actions?: ReactNode;
  className?: string;
  /** What stays at the foot: the actions on the whole page. */
  foot?: ReactNode;
  children: ReactNode;
}

/** The top bar (where am I, find, theme) and the page under it. */
export function Page({ crumbs, mark, actions, className, foot, children }: PageProps) {
  const t = useT();
  const back = crumbs.at(-2)?.href;
  return (
    <>
      <header className="top">
        {back && (
          <Link className="ib phone" href={back} aria-label={t('nav.back')}>
            <Icon of={ArrowLeft} />
          </Link>
        )}
        <nav aria-label={t('nav.crumbs')} className="grow">
          <ol className="crumbs">
            {crumbs.map(({ label, href }, index) => {
              const last = index === crumbs.length - 1;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a crumb is its place in the trail
                <li key={index} className={last ? undefined : 'wide'} aria-current={last ? 'page' : undefined}>
                  {href && !last ? <Link href={href}>{label}</Link> : <span className="clip">{label}</span>}
                  {!last && <Icon of={ChevronRight} size="s" />}
                </li>
              );
            })}
            {mark && <li>{mark}</li>}
          </ol>
        </nav>
        <button className="find wide" type="button" onClick={() => openPart('palette')}>
          <Icon of={Search} size="s" />
          <span>{t('palette.find')}</span>
          <kbd>
            <Icon of={Command} />
          </kbd>
          <kbd>K</kbd>
        </button>
        {actions}
        <span className="phone">
          <IconButton icon={Search} label={t('palette.find')} onClick={() => openPart('palette')} />
        </span>
        <ThemeSwitch />
      </header>
      <main id="main" className={classes('page', className)} tabIndex={-1}>
        {children}
      </main>
      {foot && <footer className="actions">{foot}</footer>}
    </>
  );
}
