import type { ReactNode } from 'react';

export function Section(props: { title: string; about: string; children: ReactNode }) {
  const id = `part-${props.title.toLowerCase().replace(/\W+/g, '-')}`;
  return (
    <section className="part" aria-labelledby={id}>
      <div className="part-head">
        <h2 id={id}>{props.title}</h2>
        <p className="note muted">{props.about}</p>
      </div>
      <div className="part-body">{props.children}</div>
    </section>
  );
}
