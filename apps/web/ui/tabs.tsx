'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** Parts of one thing, each at its own address. */
export function Tabs(props: { label: string; items: readonly { href: string; label: string }[] }) {
  const here = usePathname();
  return (
    <nav className="tabs" aria-label={props.label}>
      {props.items.map(({ href, label }) => (
        <Link key={href} href={href} aria-current={here === href ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
