import Link from 'next/link';
import type { ReactNode } from 'react';
import { Mark } from '@/ui/mark';
import { ThemeSwitch } from '@/ui/theme';
import { Trail } from '@/ui/trail';

/** The frame of pages for people who are not signed in yet. */
export function Entry(props: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className="entry">
      <header className="entry-top">
        <Link className="brand" href="/">
          <Mark />
          <span>TailCamp</span>
        </Link>
        <span className="grow" />
        {props.end}
        <ThemeSwitch />
      </header>
      {props.children}
      <Trail />
    </div>
  );
}

/** A short form in the middle of the page. */
export function EntryForm(props: { title: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <Entry>
      <main id="main" className="entry-body">
        <div>
          <h1>{props.title}</h1>
          {props.lead !== undefined && <p className="muted note">{props.lead}</p>}
        </div>
        {props.children}
      </main>
    </Entry>
  );
}
