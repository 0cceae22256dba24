import type { ReactNode } from 'react';

/** A table in a card; a wide one scrolls inside itself and takes the keyboard for it. */
export function Table(props: { label: string; head: ReactNode; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key (WCAG 2.1.1)
    <section className="card table-card" tabIndex={0} aria-label={props.label}>
      <table className="table">
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
