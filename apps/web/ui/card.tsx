import type { ReactNode } from 'react';
import { classes } from './class-names';

/** A box holds something you can pick up. Never a card inside a card. */
export function Card(props: {
  title?: ReactNode;
  end?: ReactNode;
  className?: string | undefined;
  label?: string | undefined;
  children: ReactNode;
}) {
  return (
    <section className={classes('card', props.className)} aria-label={props.label}>
      {(props.title !== undefined || props.end !== undefined) && (
        <header>
          <h2>{props.title}</h2>
          {props.end !== undefined && <div className="end">{props.end}</div>}
        </header>
      )}
      {props.children}
    </section>
  );
}

/** The head of a page: its finding, what follows from it, and the one thing to do. */
export function Title(props: { children: ReactNode; lead?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="title">
      <div className="grow">
        <h1>{props.children}</h1>
        {props.lead !== undefined && <p className="lead">{props.lead}</p>}
      </div>
      {props.actions}
    </div>
  );
}
