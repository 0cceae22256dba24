import type { ReactNode } from 'react';
import { classes } from './class-names';

/**
 * A table in a card. On the phone a short one shows each row as a card of its own (`cards`, its cells then say their own
 * head); another scrolls inside itself and takes the keyboard for it.
 */
export function Table(props: { label: string; head: ReactNode; cards?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key (WCAG 2.1.1)
    <section className="card table-card" tabIndex={0} aria-label={props.label}>
      <table className={classes('table', props.cards && 'cards')}>
        <thead>
          <tr>{props.head}</tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </section>
  );
}

export function Th(props: { right?: boolean; hidden?: boolean; children: ReactNode }) {
  return (
    <th scope="col" className={props.right ? 'r' : undefined}>
      {props.hidden ? <span className="sr">{props.children}</span> : props.children}
    </th>
  );
}

/** A cell that says its head where the head is not above it. */
export function Td(props: {
  head?: string;
  right?: boolean;
  className?: string;
  title?: string;
  children?: ReactNode;
}) {
  const { head, right, className, title, children } = props;
  return (
    <td data-head={head} className={classes(right && 'r', className)} title={title}>
      {children}
    </td>
  );
}
